package dev.datamart.mock.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.datamart.mock.http.Query;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a call names: the datamarts, embeds, data apps and workspaces among its arguments. */
public final class ArgumentNames {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> MEMBERS =
      Set.of("name", "datamartName", "embedId", "dataAppName", "workspaceName");

  private ArgumentNames() {}

  /** Returns the names among the values of a query and the members of a JSON body. */
  public static List<String> of(Query query, byte[] body) {
    List<String> names = new ArrayList<>(query.values());
    if (body.length > 0) {
      try {
        collect(JSON.readTree(body), names);
      } catch (IOException unreadable) {
        // A body that cannot be read names nothing; the operation will refuse it.
        return names;
      }
    }
    return names;
  }

  private static void collect(JsonNode body, List<String> names) {
    for (String member : MEMBERS) {
      if (body.path(member).isTextual()) {
        names.add(body.path(member).textValue());
      }
    }
    JsonNode moved = body.path("accessSettings").path("datamartName");
    if (moved.isTextual()) {
      names.add(moved.textValue());
    }
  }
}
