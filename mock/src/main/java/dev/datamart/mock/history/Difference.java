package dev.datamart.mock.history;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.mock.domain.ApiToken;
import dev.datamart.mock.domain.DataApp;
import dev.datamart.mock.domain.Embed;
import dev.datamart.mock.domain.Keyed;
import dev.datamart.mock.domain.OrderedMap;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.seed.SeedWriter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is other in one state of an organization than in another. */
public record Difference(List<Item> added, List<Item> removed, List<Change> changed) {

  /**
   * Something that one state has and the other has not.
   *
   * @param kind {@code datamart}, {@code dataApp}, {@code apiKey}, {@code embed} or {@code
   *     workspace}
   * @param in the data app that it is in; null where there is none
   */
  public record Item(String kind, String name, @Nullable String in) {}

  /**
   * Something that both have.
   *
   * @param members the names of the members that are other
   */
  public record Change(String kind, String name, @Nullable String in, List<String> members) {}

  /** Returns the difference from one state to another. */
  public static Difference between(Organization before, Organization after) {
    Difference difference = new Difference(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    difference.compare(
        "datamart", null, before.datamarts(), after.datamarts(), SeedWriter::datamart);
    difference.compare(
        "workspace", null, before.workspaces(), after.workspaces(), SeedWriter::workspace);
    difference.compare("dataApp", null, before.dataApps(), after.dataApps(), null);
    for (DataApp app : before.dataApps()) {
      difference.compareInside(app.name(), app, after.dataApps().get(app.name()));
    }
    for (DataApp app : after.dataApps()) {
      if (!before.dataApps().has(app.name())) {
        difference.compareInside(app.name(), null, app);
      }
    }
    return difference;
  }

  private void compareInside(String name, @Nullable DataApp before, @Nullable DataApp after) {
    OrderedMap<Embed> embedsBefore = before == null ? OrderedMap.empty() : before.embeds();
    OrderedMap<Embed> embedsAfter = after == null ? OrderedMap.empty() : after.embeds();
    compare("embed", name, embedsBefore, embedsAfter, SeedWriter::embed);
    OrderedMap<ApiToken> keysBefore = before == null ? OrderedMap.empty() : before.apiKeys();
    OrderedMap<ApiToken> keysAfter = after == null ? OrderedMap.empty() : after.apiKeys();
    compare("apiKey", name, keysBefore, keysAfter, null);
  }

  /**
   * Compares two shelves; what is the same object in both is alike without a look inside.
   *
   * @param written names the members of a value; null when its change is told elsewhere
   */
  private <V extends Keyed> void compare(
      String kind,
      @Nullable String in,
      OrderedMap<V> before,
      OrderedMap<V> after,
      @Nullable Function<V, ObjectNode> written) {
    for (V old : before) {
      V now = after.get(old.key());
      if (now == null) {
        removed.add(new Item(kind, shown(old), in));
      } else if (now != old && !now.equals(old) && written != null) {
        List<String> members = members(written.apply(old), written.apply(now));
        changed.add(new Change(kind, shown(now), in, members));
      }
    }
    for (V now : after) {
      if (!before.has(now.key())) {
        added.add(new Item(kind, shown(now), in));
      }
    }
  }

  /** An API key is told by its name: its value is a secret. */
  private static String shown(Keyed value) {
    return value instanceof ApiToken key ? key.name() : value.key();
  }

  private static List<String> members(ObjectNode before, ObjectNode after) {
    TreeSet<String> names = new TreeSet<>();
    before.fieldNames().forEachRemaining(names::add);
    after.fieldNames().forEachRemaining(names::add);
    Iterator<String> each = names.iterator();
    while (each.hasNext()) {
      String name = each.next();
      if (Objects.equals(before.get(name), after.get(name))) {
        each.remove();
      }
    }
    return List.copyOf(names);
  }
}
