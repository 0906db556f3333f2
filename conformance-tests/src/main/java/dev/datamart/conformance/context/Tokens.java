package dev.datamart.conformance.context;

import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Secrets;
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

  /** The call with the token that most operations take. */
  public Call authorize(Call call) {
    String token = service == null ? apiKey : service;
    return token == null ? call : call.as(token);
  }

  /** What must never be shown, each under the name of the variable that stands for it. */
  public Secrets secrets() {
    Secrets secrets = new Secrets();
    addTo(secrets, service, "DATAMART_SERVICE_TOKEN");
    addTo(secrets, apiKey, "DATAMART_API_KEY");
    addTo(secrets, otherService, "DATAMART_OTHER_SERVICE_TOKEN");
    return secrets;
  }

  private static void addTo(Secrets secrets, @Nullable String value, String name) {
    if (value != null) {
      secrets.add(value, name);
    }
  }
}
