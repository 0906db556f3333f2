package dev.datamart.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.client.model.DeleteDatamartLegacyRequest;
import dev.datamart.client.model.DeleteEmbedLegacyRequest;
import dev.datamart.client.model.ListDatamartsLegacyRequest;
import dev.datamart.client.model.ListEmbedsLegacyRequest;
import dev.datamart.client.model.ListWorkspaceDashboardsRequest;
import dev.datamart.client.model.ListWorkspaceMetricsRequest;
import dev.datamart.client.model.RotateApiTokenRequest;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import dev.datamart.spec.Schema;
import dev.datamart.spec.Spelling;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openapitools.jackson.nullable.JsonNullable;

/** Calls every operation of the contract once, and sees what the contract says of {@code error}. */
@Timeout(60)
class ClientRoundTripTest {

  private final Map<String, Object> answers = new TreeMap<>();
  private RunningMock mock;
  private DatamartClient service;
  private DatamartClient key;

  @BeforeEach
  void startMock() throws Exception {
    mock = new RunningMock();
    service = mock.service();
    key = mock.key();
  }

  @AfterEach
  void stopMock() {
    mock.close();
  }

  @Test
  void every_kebab_operation_can_be_called() throws Exception {
    answers.put("createDatamart", service.datamarts().createDatamart(Requests.aDatamart("trip")));
    answers.put(
        "updateDatamart", service.datamarts().updateDatamart(Requests.otherColumnsOf("trip")));
    answers.put("listDatamarts", key.datamarts().listDatamarts("true", "1", "false"));
    var embed = key.embeds().createEmbed(Requests.anEmbedOf("trip"));
    answers.put("createEmbed", embed);
    answers.put(
        "updateEmbed",
        key.embeds().updateEmbed(Requests.moved(embed.getId(), "marketing-datamart")));
    answers.put("renameEmbed", key.embeds().renameEmbed(Requests.renamed(embed.getId())));
    answers.put("listEmbeds", key.embeds().listEmbeds(null, null, embed.getId(), null));
    answers.put("deleteEmbed", key.embeds().deleteEmbed(embed.getId()));
    answers.put("deleteDatamart", service.datamarts().deleteDatamart("trip"));
    answers.put("createDataApp", service.dataApps().createDataApp(Requests.aDataApp("trip")));
    answers.put("listDataApps", service.dataApps().listDataApps(null, null));
    var token = service.apiTokens().createApiToken(Requests.aTokenOf("trip"));
    answers.put("createApiToken", token);
    answers.put("listApiTokens", service.apiTokens().listApiTokens("trip", null, null));
    answers.put(
        "rotateApiToken", service.withToken(token.getKey()).apiTokens().rotateApiToken(atOnce()));
    answers.put("deleteDataApp", service.dataApps().deleteDataApp("trip"));
    answers.put("listDatasources", service.datasources().listDatasources(null, null));
    answers.put("getDatasourceSchema", service.datasources().getDatasourceSchema("acme-postgres"));
    answers.put("listWorkspaces", service.workspaces().listWorkspaces(null, null));
    answers.put(
        "listWorkspaceDashboards",
        service
            .workspaces()
            .listWorkspaceDashboards(
                new ListWorkspaceDashboardsRequest().workspaceName("Sales Workspace")));
    answers.put(
        "listWorkspaceMetrics",
        service
            .workspaces()
            .listWorkspaceMetrics(
                new ListWorkspaceMetricsRequest()
                    .workspaceName("Sales Workspace")
                    .isPagination(true)));

    assertThatAllWereCalled(Family.KEBAB);
  }

  @Test
  void every_operation_of_the_camel_mirror_can_be_called() throws Exception {
    var datamarts = service.datamartsMirror();
    answers.put("createDatamartMirror", datamarts.createDatamartMirror(Requests.aDatamart("trip")));
    answers.put(
        "updateDatamartMirror", datamarts.updateDatamartMirror(Requests.otherColumnsOf("trip")));
    answers.put("listDatamartsMirror", datamarts.listDatamartsMirror(null, null, null));
    var embeds = key.embedsMirror();
    var embed = embeds.createEmbedMirror(Requests.anEmbedOf("trip"));
    answers.put("createEmbedMirror", embed);
    answers.put(
        "updateEmbedMirror", embeds.updateEmbedMirror(Requests.moved(embed.getId(), "trip")));
    answers.put("renameEmbedMirror", embeds.renameEmbedMirror(Requests.renamed(embed.getId())));
    answers.put("listEmbedsMirror", embeds.listEmbedsMirror(null, null, null, null));
    answers.put("deleteEmbedMirror", embeds.deleteEmbedMirror(embed.getId()));
    answers.put("deleteDatamartMirror", datamarts.deleteDatamartMirror("trip"));
    answers.put(
        "createDataAppMirror",
        service.dataAppsMirror().createDataAppMirror(Requests.aDataApp("trip")));
    answers.put("listDataAppsMirror", service.dataAppsMirror().listDataAppsMirror(null, null));
    var token = service.apiTokensMirror().createApiTokenMirror(Requests.aTokenOf("trip"));
    answers.put("createApiTokenMirror", token);
    answers.put(
        "listApiTokensMirror", service.apiTokensMirror().listApiTokensMirror("trip", null, null));
    answers.put(
        "rotateApiTokenMirror",
        service.withToken(token.getKey()).apiTokensMirror().rotateApiTokenMirror(atOnce()));
    answers.put("deleteDataAppMirror", service.dataAppsMirror().deleteDataAppMirror("trip"));

    assertThatAllWereCalled(Family.CAMEL);
  }

  @Test
  void every_verb_suffix_operation_can_be_called() throws Exception {
    var datamarts = service.datamartsLegacy();
    var embeds = key.embedsLegacy();
    answers.put("createDatamartLegacy", datamarts.createDatamartLegacy(Requests.aDatamart("trip")));
    answers.put(
        "listDatamartsLegacy",
        datamarts.listDatamartsLegacy(
            new ListDatamartsLegacyRequest().isPagination(true).pageNumber(2)));
    var embed = embeds.createEmbedLegacy(Requests.anEmbedOf("trip"));
    answers.put("createEmbedLegacy", embed);
    answers.put(
        "updateEmbedLegacy", embeds.updateEmbedLegacy(Requests.moved(embed.getId(), "trip")));
    answers.put("listEmbedsLegacy", embeds.listEmbedsLegacy(new ListEmbedsLegacyRequest()));
    answers.put(
        "deleteEmbedLegacy",
        embeds.deleteEmbedLegacy(new DeleteEmbedLegacyRequest().embedId(embed.getId())));
    answers.put(
        "deleteDatamartLegacy",
        datamarts.deleteDatamartLegacy(new DeleteDatamartLegacyRequest().datamartName("trip")));

    assertThatAllWereCalled(Family.VERB);
  }

  private static RotateApiTokenRequest atOnce() {
    return new RotateApiTokenRequest().expireAt(0);
  }

  private void assertThatAllWereCalled(Family family) throws ReflectiveOperationException {
    Map<String, Schema> expected = new TreeMap<>();
    for (Operation operation : Operation.values()) {
      operation
          .in(family)
          .map(Spelling::id)
          .ifPresent(id -> expected.put(id, operation.response()));
    }
    assertThat(answers.keySet()).isEqualTo(expected.keySet());
    for (Map.Entry<String, Object> answer : answers.entrySet()) {
      assertThatErrorIsAsTheContractSays(expected.get(answer.getKey()), answer.getValue());
    }
  }

  private static void assertThatErrorIsAsTheContractSays(Schema expected, Object answer)
      throws ReflectiveOperationException {
    Class<?> type = answer.getClass();
    assertThat(type.getSimpleName()).isEqualTo(expected.id());
    if (expected.member("error").isPresent()) {
      var error = (JsonNullable<?>) type.getMethod("getError_JsonNullable").invoke(answer);
      assertThat(error).as(expected.id()).isEqualTo(JsonNullable.of(null));
    } else {
      assertThat(type.getMethods())
          .as(expected.id())
          .noneMatch(method -> method.getName().equals("getError"));
    }
  }
}
