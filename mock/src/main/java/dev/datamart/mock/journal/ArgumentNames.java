package dev.datamart.mock.journal;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.datamart.mock.http.Query;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a call names: the datamarts, embeds, data apps and workspaces among its arguments. */
public final class ArgumentNames {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<JsonPointer> MEMBERS =
      Stream.of(
              "/name",
              "/datamartName",
              "/embedId",
              "/dataAppName",
              "/workspaceName",
              "/accessSettings/datamartName")
          .map(JsonPointer::compile)
          .toList();

  private ArgumentNames() {}

  /** Returns the names among the values of a query and the members of a JSON body. */
  public static List<String> of(Query query, byte[] body) {
    List<String> names = new ArrayList<>(query.values());
    try {
      JsonNode sent = JSON.readTree(body);
      for (JsonPointer member : MEMBERS) {
        if (sent.at(member).isTextual()) {
          names.add(sent.at(member).textValue());
        }
      }
    } catch (IOException unreadable) {
      // A body that cannot be read names nothing; the operation will refuse it.
      return names;
    }
    return names;
  }
}
