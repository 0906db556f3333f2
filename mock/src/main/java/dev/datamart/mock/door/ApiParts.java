package dev.datamart.mock.door;

import dev.datamart.mock.access.Authenticator;
import dev.datamart.mock.operation.Routes;
import dev.datamart.mock.world.MockState;

/** What every request of the API meets, made once for a server. */
public record ApiParts(
    MockState world,
    Routes routes,
    Authenticator authenticator,
    Admission gate,
    ApiApp api,
    Deprecation deprecation,
    FaultInjector injector) {}
