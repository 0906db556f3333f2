package dev.datamart.conformance.cli;

import dev.datamart.conformance.contract.Family;
import dev.datamart.conformance.contract.Operation;
import dev.datamart.conformance.run.RunSettings;
import dev.datamart.conformance.run.Selection;
import dev.datamart.conformance.scene.Tokens;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code run}. */
final class RunOptions {
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
      description = "API key of a data app, when there is no service token.")
  @Nullable String apiKey;

  @Option(
      names = "--other-service-token",
      paramLabel = "TOKEN",
      defaultValue = "${env:DATAMART_OTHER_SERVICE_TOKEN}",
      description = "Service token of a second organization: unlocks the tenancy checks.")
  @Nullable String otherServiceToken;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "ID",
      description = "Only these requirements; * stands for any text. May end in @operation/family.")
  List<String> only = List.of();

  @Option(
      names = "--family",
      split = ",",
      description = "Only these path families: ${COMPLETION-CANDIDATES}.")
  List<Family> families = List.of();

  @Option(
      names = "--operation",
      split = ",",
      paramLabel = "NAME",
      description = "Only these operations, such as deleteDatamart.")
  List<String> operations = List.of();

  @Option(names = "--datasource", description = "Instead of the one that discovery finds.")
  @Nullable String datasource;

  @Option(names = "--table", paramLabel = "SCHEMA.TABLE", description = "A table of it.")
  @Nullable String table;

  @Option(names = "--columns", paramLabel = "A,B", description = "Columns of that table.")
  @Nullable String columns;

  @Option(names = "--workspace", description = "Instead of the one that discovery finds.")
  @Nullable String workspace;

  @Option(names = "--dashboard", paramLabel = "ID", description = "A dashboard of it.")
  @Nullable String dashboard;

  @Option(names = "--metric", paramLabel = "ID", description = "A metric of it.")
  @Nullable String metric;

  @Option(names = "--lanes", description = "Checks that run at once. Default: by latency.")
  int lanes;

  @Option(
      names = "--max-requests-per-second",
      paramLabel = "N",
      description = "Never faster than this.")
  double requestsPerSecond;

  @Option(names = "--read-only", description = "Send only what changes nothing.")
  boolean readOnly;

  @Option(names = "--seed", description = "Of random sequences; printed by each run.")
  @Nullable Long seed;

  @Option(
      names = "--i-may-write-here",
      description = "Needed for a server that is not on this machine.")
  boolean mayWrite;

  RunSettings settings() {
    requireUrl();
    if (serviceToken == null && apiKey == null) {
      throw new WrongUsage("Give --service-token or, for fewer checks, --api-key.");
    }
    if (!readOnly && !mayWrite && !isLoopback()) {
      throw new WrongUsage(
          baseUrl
              + " is not on this machine, and the checks make and delete things there;"
              + " say --i-may-write-here, or --read-only.");
    }
    return new RunSettings(
        baseUrl,
        new Tokens(serviceToken, apiKey, otherServiceToken),
        selection(),
        given(),
        lanes,
        requestsPerSecond,
        readOnly,
        seed == null ? System.nanoTime() & 0xffffff : seed);
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

  private boolean isLoopback() {
    try {
      return InetAddress.getByName(URI.create(baseUrl).getHost()).isLoopbackAddress();
    } catch (UnknownHostException unknown) {
      return false;
    }
  }

  Selection selection() {
    Set<Family> chosen = families.isEmpty() ? Set.of(Family.values()) : Set.copyOf(families);
    Set<Operation> subjects =
        operations.isEmpty()
            ? Set.of(Operation.values())
            : operations.stream().map(RunOptions::operation).collect(Collectors.toSet());
    return new Selection(only, chosen, subjects);
  }

  private static Operation operation(String name) {
    return Arrays.stream(Operation.values())
        .filter(operation -> operation.id().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(() -> new WrongUsage("There is no operation " + name + "."));
  }

  private Map<String, String> given() {
    Map<String, String> given = new LinkedHashMap<>();
    put(given, "datasource", datasource);
    put(given, "table", table);
    put(given, "columns", columns);
    put(given, "workspace", workspace);
    put(given, "dashboard", dashboard);
    put(given, "metric", metric);
    return given;
  }

  private static void put(Map<String, String> given, String name, @Nullable String value) {
    if (value != null) {
      given.put(name, value);
    }
  }
}
