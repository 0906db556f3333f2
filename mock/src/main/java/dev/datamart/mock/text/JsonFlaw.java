package dev.datamart.mock.text;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;

/**
 * What is wrong with a text that is no JSON, without a word of the text: it may be any file, and
 * somebody's secret.
 *
 * @param line counted from 1; 0 when it is about the whole
 */
public record JsonFlaw(int line, String reason) {

  public static JsonFlaw of(JsonProcessingException malformed) {
    JsonLocation where = malformed.getLocation();
    if (malformed instanceof StreamConstraintsException) {
      String reason = "nested too deeply, or with a number or text that is too long";
      return new JsonFlaw(where == null ? 0 : where.getLineNr(), reason);
    }
    return where == null
        ? new JsonFlaw(0, "not valid JSON")
        : new JsonFlaw(where.getLineNr(), reason(malformed, where.getColumnNr()));
  }

  private static String reason(JsonProcessingException malformed, int column) {
    if (malformed instanceof JsonEOFException) {
      return "not valid JSON, since it ends too early";
    }
    return malformed.getOriginalMessage().startsWith("Duplicate")
        ? "a member is given twice, at column " + column
        : "not valid JSON at column " + column;
  }
}
