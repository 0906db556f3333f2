package dev.datamart.conformance.scene;

import org.jspecify.annotations.Nullable;

/** The credentials that the run was given; any may be missing, but not both of the first two. */
public record Tokens(
    @Nullable String service, @Nullable String apiKey, @Nullable String otherService) {

  public String serviceToken() {
    if (service == null) {
      throw new NotApplicable("no --service-token was given");
    }
    return service;
  }

  public String otherServiceToken() {
    if (otherService == null) {
      throw new NotApplicable("no --other-service-token was given");
    }
    return otherService;
  }
}
