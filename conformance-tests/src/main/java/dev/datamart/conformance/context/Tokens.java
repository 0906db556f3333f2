package dev.datamart.conformance.context;

import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Secrets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
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

  /**
   * What keeps a text from being a token, in words that do not show it; empty where nothing does.
   */
  static Optional<String> fault(String token) {
    if (token.isEmpty()) {
      return Optional.of("is empty");
    } else if (token.regionMatches(true, 0, "Bearer ", 0, 7)) {
      return Optional.of("begins with \"Bearer\", which is not part of it");
    } else if (token.matches("[!-~]+")) {
      return Optional.empty();
    } else if (token.strip().matches("[!-~]+")) {
      return Optional.of("begins or ends with a line break or a space: give it without");
    }
    return Optional.of(
        "has a space, a control character or a letter that is not ASCII in it; no token has");
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

  /**
   * Refuses the first that can be no token.
   *
   * @param wrong makes the refusal of its variable and of what is wrong, which does not show it
   */
  public void check(BiFunction<String, String, RuntimeException> wrong) {
    variables()
        .forEach(
            (variable, token) ->
                fault(token)
                    .ifPresent(
                        fault -> {
                          throw wrong.apply(variable, fault);
                        }));
  }

  /** What must never be shown. */
  public Secrets secrets() {
    Secrets secrets = new Secrets();
    variables().forEach((name, value) -> secrets.add(value, name));
    return secrets;
  }
}
