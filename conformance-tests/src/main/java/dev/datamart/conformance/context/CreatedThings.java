package dev.datamart.conformance.context;

import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.conformance.wire.Json;
import dev.datamart.spec.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What was made on the server and is still there, in the order of making. */
final class CreatedThings {
  /** One thing that was made. */
  record Entry(Operation removal, String name, String authorization) {}

  private final List<Entry> entries = new ArrayList<>();

  /** Learns from an exchange what was made or removed, wanted or not. */
  synchronized void note(Exchange exchange) {
    String authorization = exchange.call().authorization();
    if (!exchange.ok() || authorization == null) {
      return;
    }
    switch (exchange.call().operation()) {
      case CREATE_DATAMART ->
          add(Operation.DELETE_DATAMART, told(exchange, "/name"), authorization);
      case CREATE_EMBED ->
          add(Operation.DELETE_EMBED, Json.text(exchange.json(), "/id"), authorization);
      case CREATE_DATA_APP ->
          add(Operation.DELETE_DATA_APP, told(exchange, "/name"), authorization);
      case DELETE_DATAMART, DELETE_EMBED, DELETE_DATA_APP -> remove(exchange.call());
      default -> {}
    }
  }

  private static @Nullable String told(Exchange exchange, String member) {
    return Json.text(exchange.call().arguments(), member);
  }

  private void add(Operation removal, @Nullable String name, String authorization) {
    if (name != null) {
      entries.add(new Entry(removal, name, authorization));
    }
  }

  private void remove(Call call) {
    String name =
        Json.text(
            call.arguments(),
            switch (call.operation()) {
              case DELETE_EMBED -> "/embedId";
              case DELETE_DATA_APP -> "/name";
              default -> "/datamartName";
            });
    // The newest alone: two organizations may each have a thing of the name.
    for (int i = entries.size() - 1; i >= 0; i--) {
      Entry entry = entries.get(i);
      if (entry.removal() == call.operation() && Objects.equals(entry.name(), name)) {
        entries.remove(i);
        return;
      }
    }
  }

  /** Takes out the entries made since a mark, newest first. */
  synchronized List<Entry> takeSince(int mark) {
    List<Entry> taken = new ArrayList<>();
    while (entries.size() > mark) {
      taken.add(entries.remove(entries.size() - 1));
    }
    return taken;
  }

  synchronized int mark() {
    return entries.size();
  }
}
