package dev.datamart.mock.api.embeds;

import static dev.datamart.mock.fixture.Given.NOW;
import static dev.datamart.mock.fixture.Given.aDataApp;
import static dev.datamart.mock.fixture.Given.aDatamart;
import static dev.datamart.mock.fixture.Given.anEmbed;
import static dev.datamart.mock.fixture.Given.anOrganization;
import static dev.datamart.mock.fixture.Refused.refuses;
import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.mock.domain.AccessFlag;
import dev.datamart.mock.domain.Datamart;
import dev.datamart.mock.domain.Embed;
import dev.datamart.mock.domain.Kind;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.domain.TableTenancy;
import dev.datamart.mock.domain.Tenancy;
import dev.datamart.mock.domain.TenancyLevel;
import dev.datamart.spec.Problem;
import dev.datamart.stub.model.AccessSettings;
import dev.datamart.stub.model.CreateEmbedRequest;
import dev.datamart.stub.model.EmbedType;
import dev.datamart.stub.model.RenameEmbedRequest;
import dev.datamart.stub.model.TableTenancySetting;
import dev.datamart.stub.model.UpdateEmbedRequest;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EmbedsTest {

  private final Organization before =
      anOrganization().with(aDataApp("partner")).with(aDatamart("sales")).with(aDatamart("stock"));

  @Test
  void an_embed_is_called_by_its_identifier_until_somebody_names_it() {
    Embed made = created(dashboard("sales"));

    assertThat(made.name()).isEqualTo("e1");
  }

  @Test
  void everything_is_off_unless_it_was_switched_on() {
    dev.datamart.mock.domain.AccessSettings made = created(dashboard("sales")).accessSettings();

    assertThat(made.allowed()).isEmpty();
    assertThat(made.metricCreationMode()).isEqualTo("DRAG_DROP");
  }

  @Test
  void a_metric_embed_may_do_without_a_datamart() {
    CreateEmbedRequest metric = metric("board", "count", "desk", null);

    assertThat(created(metric).accessSettings().datamartName()).isNull();
  }

  @Test
  void the_workspace_comes_first_then_dashboard_metric_and_datamart() {
    refuses(before, Problem.WORKSPACE_UNKNOWN, () -> create(metric("x", "x", "x", access("x"))));
    refuses(before, Problem.DASHBOARD_UNKNOWN, () -> create(metric("x", "x", "desk", access("x"))));
    refuses(
        before, Problem.METRIC_UNKNOWN, () -> create(metric("board", "x", "desk", access("x"))));
    refuses(before, Problem.EMBED_DATAMART_UNKNOWN, () -> create(dashboard("x")));
  }

  @Test
  void tables_must_be_in_the_datamart_when_it_tells_tenants_apart_by_table() {
    Organization tenants = before.with(byTable("tenants"));
    AccessSettings unknown = tables("tenants", "nope");
    AccessSettings known = tables("tenants", "orders");

    refuses(tenants, Problem.DATAMART_TABLE_NOT_FOUND, () -> create(dashboard(unknown)));
    assertThat(create(dashboard(known)).apply(tenants).of(Kind.EMBED, "portal").has("e1")).isTrue();
    assertThat(create(dashboard("tenants")).apply(tenants).of(Kind.EMBED, "portal").has("e1"))
        .isTrue();
    assertThat(created(dashboard(tables("sales", "nope"))).accessSettings().tableTenancySettings())
        .hasSize(1);
  }

  @Test
  void an_update_changes_the_members_it_gives_and_keeps_the_rest() {
    AccessSettings first =
        tables("sales", "orders")
            .isAllowAiPilot(true)
            .metricCreationMode("CHAT")
            .joinModel("multi");
    AccessSettings change = new AccessSettings().isAllowEmailReports(true);
    Organization made = create(dashboard(first)).apply(before);

    dev.datamart.mock.domain.AccessSettings after = updated(made, change).accessSettings();

    assertThat(after.allowed()).containsOnly(AccessFlag.AI_PILOT, AccessFlag.EMAIL_REPORTS);
    assertThat(after.datamartName()).isEqualTo("sales");
    assertThat(after.metricCreationMode()).isEqualTo("CHAT");
    assertThat(after.joinModel()).isEqualTo("multi");
    assertThat(after.tableTenancySettings()).containsExactly(entry("orders"));
  }

  @Test
  void an_update_can_switch_a_flag_off() {
    AccessSettings on = access("sales").isAllowAiPilot(true);
    AccessSettings off = new AccessSettings().isAllowAiPilot(false);
    Organization made = create(dashboard(on)).apply(before);

    assertThat(updated(made, off).accessSettings().allowed()).isEmpty();
  }

  @Test
  void settings_are_taken_back_unchanged_even_when_the_tables_have_gone_since() {
    Organization made = create(dashboard(tables("sales", "gone"))).apply(before);
    Organization changed = made.with(byTable("sales"));

    assertThat(updated(changed, tables("sales", "gone")).accessSettings().datamartName())
        .isEqualTo("sales");
    refuses(
        changed, Problem.DATAMART_TABLE_NOT_FOUND, () -> update("e1", tables("sales", "other")));
  }

  @Test
  void an_embed_moves_to_a_datamart_that_there_is() {
    Organization made = before.with(anEmbed("e1", "sales"));

    assertThat(updated(made, access("stock")).accessSettings().datamartName()).isEqualTo("stock");
    refuses(made, Problem.EMBED_DATAMART_UNKNOWN, () -> update("e1", access("nope")));
  }

  @Test
  void a_data_app_neither_sees_nor_changes_the_embeds_of_another() {
    Organization made = before.with(anEmbed("theirs", "partner", "sales"));

    refuses(made, Problem.EMBED_ID_UNKNOWN, () -> update("theirs", access("stock")));
    refuses(made, Problem.EMBED_ID_UNKNOWN, () -> rename("theirs", "mine", false));
    refuses(made, Problem.EMBED_NOT_FOUND, () -> Embeds.delete("portal", "theirs"));
  }

  @Test
  void the_dashboard_is_renamed_only_when_asked_for() {
    Organization made = before.with(anEmbed("e1", "sales"));

    Organization plain = rename("e1", "new", false).apply(made);
    Organization both = rename("e1", "new", true).apply(made);

    assertThat(plain.of(Kind.EMBED, "portal").get("e1").name()).isEqualTo("new");
    assertThat(plain.workspaces().get("desk").dashboards().get("board").name()).isEqualTo("Board");
    assertThat(both.workspaces().get("desk").dashboards().get("board").name()).isEqualTo("new");
  }

  @Test
  void deleting_an_embed_leaves_its_datamart() {
    Organization made = before.with(anEmbed("e1", "sales"));

    Organization after = Embeds.delete("portal", "e1").apply(made);

    assertThat(after.of(Kind.EMBED, "portal").all()).isEmpty();
    assertThat(after.datamarts().has("sales")).isTrue();
  }

  private static UnaryOperator<Organization> create(CreateEmbedRequest draft) {
    return Embeds.create("portal", draft, "e1", NOW);
  }

  private Embed created(CreateEmbedRequest draft) {
    return create(draft).apply(before).of(Kind.EMBED, "portal").get("e1");
  }

  private static UnaryOperator<Organization> update(String id, AccessSettings access) {
    return Embeds.update(
        "portal", new UpdateEmbedRequest().embedId(id).accessSettings(access), NOW);
  }

  private static Embed updated(Organization organization, AccessSettings access) {
    return update("e1", access).apply(organization).of(Kind.EMBED, "portal").get("e1");
  }

  private static UnaryOperator<Organization> rename(String id, String name, boolean isAll) {
    return Embeds.rename(
        "portal", new RenameEmbedRequest().embedId(id).name(name).isRenameDashboard(isAll), NOW);
  }

  private static CreateEmbedRequest dashboard(String datamart) {
    return dashboard(access(datamart));
  }

  private static CreateEmbedRequest dashboard(AccessSettings access) {
    return new CreateEmbedRequest()
        .dashboardId("board")
        .embedType(EmbedType.DASHBOARD)
        .workspaceName("desk")
        .accessSettings(access);
  }

  private static CreateEmbedRequest metric(
      String dashboard, String metric, String workspace, @Nullable AccessSettings access) {
    return new CreateEmbedRequest()
        .dashboardId(dashboard)
        .embedType(EmbedType.METRIC)
        .metricId(metric)
        .workspaceName(workspace)
        .accessSettings(access);
  }

  private static AccessSettings access(String datamart) {
    return new AccessSettings().datamartName(datamart);
  }

  private static AccessSettings tables(String datamart, String table) {
    return access(datamart).tableTenancySettings(List.of(new TableTenancySetting().name(table)));
  }

  private static TableTenancy entry(String table) {
    return new TableTenancy(table, null);
  }

  private static Datamart byTable(String name) {
    Datamart plain = aDatamart(name);
    Tenancy tenancy = new Tenancy(TenancyLevel.TABLE, "NUMBER", "public", "people", "id", "id");
    return new Datamart(name, "source", plain.tables(), tenancy, List.of(), NOW, NOW);
  }
}
