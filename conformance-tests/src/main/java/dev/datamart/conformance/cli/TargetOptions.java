package dev.datamart.conformance.cli;

import dev.datamart.conformance.context.Tokens;
import dev.datamart.conformance.wire.Wire;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which server, and with which tokens. */
final class TargetOptions {
  @Option(
      names = ConfigFile.OPTION,
      paramLabel = "FILE",
      description =
          "Read options from here: a line each, such as \"base-url = http://...\" or"
              + " \"service-token = $${NAME}\". The command line wins.")
  @Nullable ConfigFile config;

  @Option(
      names = "--base-url",
      required = true,
      paramLabel = "URL",
      description = "Where the server is, without /api/v2.")
  String baseUrl = "";

  @Option(
      names = "--service-token",
      paramLabel = "TOKEN",
      defaultValue = "${env:DATAMART_SERVICE_TOKEN}",
      description = "Service token of an organization. Default: $$DATAMART_SERVICE_TOKEN.")
  @Nullable String serviceToken;

  @Option(
      names = "--api-key",
      paramLabel = "KEY",
      defaultValue = "${env:DATAMART_API_KEY}",
      description =
          "API key of a data app, when there is no service token. Default: $$DATAMART_API_KEY.")
  @Nullable String apiKey;

  @Option(
      names = "--other-service-token",
      paramLabel = "TOKEN",
      defaultValue = "${env:DATAMART_OTHER_SERVICE_TOKEN}",
      description =
          "Service token of a second organization: nothing may leak between the two."
              + " Default: $$DATAMART_OTHER_SERVICE_TOKEN.")
  @Nullable String otherServiceToken;

  @Option(
      names = "--i-may-write-here",
      fallbackValue = "true",
      description = "Needed for a server that is not on this machine.")
  boolean mayWrite;

  Tokens tokens() {
    return new Tokens(
        orUnset(serviceToken, "DATAMART_SERVICE_TOKEN"),
        orUnset(apiKey, "DATAMART_API_KEY"),
        orUnset(otherServiceToken, "DATAMART_OTHER_SERVICE_TOKEN"));
  }

  /** A variable that is set to nothing, as by a secret that a build does not have, is not set. */
  private static @Nullable String orUnset(@Nullable String token, String variable) {
    return "".equals(token) && "".equals(System.getenv(variable)) ? null : token;
  }

  /** Refuses what makes no sense, and writing where it was not allowed. */
  void require(boolean readOnly) {
    requireUrl();
    Tokens given = tokens();
    Misspelt.require(
        Map.of(
            "DATAMART_SERVICE_TOKEN", given.service() == null,
            "DATAMART_API_KEY", given.service() == null && given.apiKey() == null,
            "DATAMART_OTHER_SERVICE_TOKEN", given.otherService() == null),
        System.getenv());
    requireTokens(given);
    if (!readOnly && !mayWrite && !Wire.isLocal(baseUrl)) {
      throw new WrongUsage(
          baseUrl
              + " is not on this machine, and the checks make and delete things there;"
              + " say --i-may-write-here, or --read-only.");
    }
  }

  private static void requireTokens(Tokens tokens) {
    if (tokens.service() == null && tokens.apiKey() == null) {
      throw new WrongUsage("Give --service-token or, for fewer checks, --api-key.");
    }
    tokens.check(
        (variable, fault) ->
            new WrongUsage(
                "The token given by %s (or $%s) %s.".formatted(option(variable), variable, fault)));
    if (tokens.service() != null && tokens.service().equals(tokens.otherService())) {
      throw new WrongUsage(
          "--other-service-token is the token of --service-token;"
              + " it has to be a second organization's.");
    }
  }

  private static String option(String variable) {
    return variable.replace("DATAMART", "-").replace('_', '-').toLowerCase(Locale.ROOT);
  }

  private void requireUrl() {
    URI uri;
    try {
      uri = URI.create(baseUrl);
    } catch (IllegalArgumentException wrong) {
      throw new WrongUsage("--base-url " + baseUrl + " is not a URL.");
    }
    boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
    if (!http || uri.getHost() == null) {
      throw new WrongUsage("--base-url " + baseUrl + " does not begin with http:// and a host.");
    }
  }
}
