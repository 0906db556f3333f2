package dev.datamart.mock.junit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.mock.MockServer;
import dev.datamart.mock.handle.OrganizationHandle;
import dev.datamart.mock.world.MockOptions;
import dev.datamart.mock.world.NewOrganization;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A run with the same identifiers and a clock that stands still can be repeated byte for byte. */
@Timeout(60)
@Tag("thorough")
class RepeatabilityTest {

  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

  private static final Map<String, Object> DATAMART =
      Map.of(
          "name",
          "fresh",
          "datasourceName",
          "acme-postgres",
          "tableList",
          List.of(Map.of("name", "orders", "columns", List.of(Map.of("name", "id")))));
  private static final Map<String, Object> EMBED =
      Map.of(
          "dashboardId",
          "sales-overview",
          "embedType",
          "dashboard",
          "workspaceName",
          "Sales Workspace",
          "accessSettings",
          Map.of("datamartName", "fresh"));

  @Test
  void two_servers_answer_the_same_bytes() throws Exception {
    List<String> first = answersOfANewServer(7);
    List<String> second = answersOfANewServer(7);

    assertThat(first).hasSize(9).allMatch(answer -> answer.startsWith("HTTP/1.1 200"));
    assertThat(second).isEqualTo(first);
  }

  @Test
  void another_process_answers_the_same_bytes() throws Exception {
    List<String> here;
    try (MockServer server = MockServer.start(MockOptions.defaults().withPort(0))) {
      here = answersOf(server.baseUri());
    }

    try (MockProcess process = MockProcess.start()) {
      assertThat(answersOf(process.baseUri())).isEqualTo(here);
    }
  }

  @Test
  void another_seed_gives_other_identifiers() throws Exception {
    assertThat(answersOfANewServer(8)).isNotEqualTo(answersOfANewServer(7));
  }

  @Test
  void an_organization_that_was_rewound_answers_the_same_bytes_again() throws Exception {
    try (MockServer server = MockServer.start(MockOptions.defaults().withPort(0));
        OrganizationHandle organization = server.newOrganization(NewOrganization.of("demo"))) {
      List<String> first = answers(organization);
      organization.state().rewindTo(0);

      assertThat(answers(organization)).isEqualTo(first);
    }
  }

  private static List<String> answersOfANewServer(long identifierSeed) throws Exception {
    MockOptions options = MockOptions.defaults().withPort(0).withIdentifierSeed(identifierSeed);
    try (MockServer server = MockServer.start(options)) {
      return answers(server.newOrganization(NewOrganization.of("demo")));
    }
  }

  /** Sets everything over HTTP, as a program in any language does. */
  private static List<String> answersOf(URI base) throws IOException {
    Caller admin = Caller.to(base);
    JsonNode made =
        Caller.read(
            admin.post("/__mock/organizations", Map.of("id", "again", "identifierSeed", 7)));
    admin.put("/__mock/organizations/again/clock", Map.of("stopAt", NOON.toString()));
    return answers(
        base,
        made.path("serviceTokens").path(0).textValue(),
        made.path("apiKeys").path(0).path("key").textValue());
  }

  private static List<String> answers(OrganizationHandle organization) throws IOException {
    organization.clock().stopAt(NOON);
    organization.makeIdentifiersFrom(organization.serviceToken().hashCode());
    return answers(
        organization.baseUri(),
        organization.serviceToken(),
        organization.apiToken("customer-portal"));
  }

  private static List<String> answers(URI base, String service, String key) throws IOException {
    List<String> answers = new ArrayList<>();
    try (Socket socket = new Socket("127.0.0.1", base.getPort())) {
      RawCalls calls = new RawCalls(socket, answers);
      calls.send("POST", "/data-app/datamarts", service, DATAMART);
      calls.send("POST", "/data-app/embeds", key, EMBED);
      calls.send("POST", "/dataApp/embeds", key, EMBED);
      calls.send(
          "POST",
          "/data-app/api-tokens",
          service,
          Map.of("dataAppName", "customer-portal", "name", "fresh"));
      calls.send("GET", "/data-app/embeds", key);
      calls.send("GET", "/data-app/api-tokens?dataAppName=customer-portal", service);
      calls.send("DELETE", "/data-app/datamart?datamartName=fresh", service);
      calls.send("GET", "/data-app/datamarts?expandDetails=true", service);
      calls.send("GET", "/workspace", service);
    }
    return answers;
  }
}
