package dev.datamart.mock.http;

import dev.datamart.mock.World;
import dev.datamart.mock.access.Authenticator;
import dev.datamart.mock.operation.Routes;

/** What every request of the API meets, made once for a server. */
record Front(
    World world,
    Routes routes,
    Authenticator authenticator,
    Gate gate,
    ApiApp api,
    Deprecation deprecation,
    FaultInjector injector) {}
