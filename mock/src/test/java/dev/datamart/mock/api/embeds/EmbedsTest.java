package dev.datamart.mock.api.embeds;

import static dev.datamart.mock.fixture.Given.NOW;
import static dev.datamart.mock.fixture.Given.aDataApp;
import static dev.datamart.mock.fixture.Given.aDatamart;
import static dev.datamart.mock.fixture.Given.anEmbed;
import static dev.datamart.mock.fixture.Given.anOrganization;
import static dev.datamart.mock.fixture.Refused.refuses;
import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.mock.api.embeds.EmbedDraft.AccessDraft;
import dev.datamart.mock.api.embeds.EmbedDraft.TableDraft;
import dev.datamart.mock.domain.AccessFlag;
import dev.datamart.mock.domain.AccessSettings;
import dev.datamart.mock.domain.Datamart;
import dev.datamart.mock.domain.Embed;
import dev.datamart.mock.domain.Kind;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.domain.TableTenancy;
import dev.datamart.mock.domain.Tenancy;
import dev.datamart.mock.domain.TenancyLevel;
import dev.datamart.spec.Problem;
import java.util.List;
import java.util.Map;
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
    AccessSettings made = created(dashboard("sales")).accessSettings();

    assertThat(made.allowed()).isEmpty();
    assertThat(made.metricCreationMode()).isEqualTo("DRAG_DROP");
  }

  @Test
  void a_metric_embed_may_do_without_a_datamart() {
    EmbedDraft metric = new EmbedDraft("board", "metric", "count", "desk", null, null);

    assertThat(created(metric).accessSettings().datamartName()).isNull();
  }

  @Test
  void the_workspace_comes_first_then_dashboard_metric_and_datamart() {
    refuses(
        before,
        Problem.WORKSPACE_UNKNOWN,
        () -> create(new EmbedDraft("x", "metric", "x", "x", null, access("x"))));
    refuses(
        before,
        Problem.DASHBOARD_UNKNOWN,
        () -> create(new EmbedDraft("x", "metric", "x", "desk", null, access("x"))));
    refuses(
        before,
        Problem.METRIC_UNKNOWN,
        () -> create(new EmbedDraft("board", "metric", "x", "desk", null, access("x"))));
    refuses(before, Problem.EMBED_DATAMART_UNKNOWN, () -> create(dashboard("x")));
  }

  @Test
  void tables_must_be_in_the_datamart_when_it_tells_tenants_apart_by_table() {
    Organization tenants = before.with(byTable("tenants"));
    AccessDraft unknown = tables("tenants", "nope");
    AccessDraft known = tables("tenants", "orders");

    refuses(tenants, Problem.DATAMART_TABLE_NOT_FOUND, () -> create(dashboard(unknown)));
    assertThat(create(dashboard(known)).apply(tenants).of(Kind.EMBED, "portal").has("e1")).isTrue();
    assertThat(create(dashboard("tenants")).apply(tenants).of(Kind.EMBED, "portal").has("e1"))
        .isTrue();
    assertThat(created(dashboard(tables("sales", "nope"))).accessSettings().tableTenancySettings())
        .hasSize(1);
  }

  @Test
  void an_update_changes_the_members_it_gives_and_keeps_the_rest() {
    AccessDraft first =
        new AccessDraft(
            "sales",
            Map.of(AccessFlag.AI_PILOT, true),
            "CHAT",
            "multi",
            List.of(draft("orders")),
            null);
    AccessDraft change =
        new AccessDraft(null, Map.of(AccessFlag.EMAIL_REPORTS, true), null, null, null, null);
    Organization made = create(dashboard(first)).apply(before);

    AccessSettings after = updated(made, change).accessSettings();

    assertThat(after.allowed()).containsOnly(AccessFlag.AI_PILOT, AccessFlag.EMAIL_REPORTS);
    assertThat(after.datamartName()).isEqualTo("sales");
    assertThat(after.metricCreationMode()).isEqualTo("CHAT");
    assertThat(after.joinModel()).isEqualTo("multi");
    assertThat(after.tableTenancySettings()).containsExactly(entry("orders"));
  }

  @Test
  void an_update_can_switch_a_flag_off() {
    AccessDraft on =
        new AccessDraft("sales", Map.of(AccessFlag.AI_PILOT, true), null, null, null, null);
    AccessDraft off =
        new AccessDraft(null, Map.of(AccessFlag.AI_PILOT, false), null, null, null, null);
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
    refuses(
        made,
        Problem.EMBED_ID_UNKNOWN,
        () -> Embeds.rename("portal", "theirs", "mine", false, NOW));
    refuses(made, Problem.EMBED_NOT_FOUND, () -> Embeds.delete("portal", "theirs"));
  }

  @Test
  void the_dashboard_is_renamed_only_when_asked_for() {
    Organization made = before.with(anEmbed("e1", "sales"));

    Organization plain = Embeds.rename("portal", "e1", "new", false, NOW).apply(made);
    Organization both = Embeds.rename("portal", "e1", "new", true, NOW).apply(made);

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

  private static java.util.function.UnaryOperator<Organization> create(EmbedDraft draft) {
    return Embeds.create("portal", draft, "e1", NOW);
  }

  private Embed created(EmbedDraft draft) {
    return create(draft).apply(before).of(Kind.EMBED, "portal").get("e1");
  }

  private static java.util.function.UnaryOperator<Organization> update(
      String id, AccessDraft access) {
    return Embeds.update("portal", id, null, access, NOW);
  }

  private static Embed updated(Organization organization, AccessDraft access) {
    return update("e1", access).apply(organization).of(Kind.EMBED, "portal").get("e1");
  }

  private static EmbedDraft dashboard(String datamart) {
    return dashboard(access(datamart));
  }

  private static EmbedDraft dashboard(@Nullable AccessDraft access) {
    return new EmbedDraft("board", "dashboard", null, "desk", null, access);
  }

  private static AccessDraft access(String datamart) {
    return new AccessDraft(datamart, Map.of(), null, null, null, null);
  }

  private static AccessDraft tables(String datamart, String table) {
    return new AccessDraft(datamart, Map.of(), null, null, List.of(draft(table)), null);
  }

  private static TableDraft draft(String table) {
    return new TableDraft(table, null);
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
