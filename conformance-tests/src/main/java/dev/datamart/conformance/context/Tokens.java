package dev.datamart.conformance.context;

import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Secrets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
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

  /** Those that were given, each under the name of the variable that stands for it. */
  public Map<String, String> variables() {
    Map<String, @Nullable String> given = new LinkedHashMap<>();
    given.put("DATAMART_SERVICE_TOKEN", service);
    given.put("DATAMART_API_KEY", apiKey);
    given.put("DATAMART_OTHER_SERVICE_TOKEN", otherService);
    given.values().removeIf(Objects::isNull);
    return given;
  }

  /** What must never be shown. */
  public Secrets secrets() {
    Secrets secrets = new Secrets();
    variables().forEach((name, value) -> secrets.add(value, name));
    return secrets;
  }
}
