package dev.datamart.mock.framing;

import dev.datamart.mock.http.RequestHead;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The first line and the headers of a request.
 *
 * @param target as it stood on the first line, each char one byte
 * @param fields its headers, in order
 * @param contentLength how long the body is; 0 when there is none, or when it is chunked
 */
public record Head(
    String method,
    String target,
    boolean isHttp11,
    List<Field> fields,
    long contentLength,
    boolean isChunked)
    implements RequestHead {

  /**
   * One header line.
   *
   * @param value without the blanks around it, each char one byte
   */
  public record Field(String name, String value) {

    /**
     * Returns whether it says how the request travels, which a request that is whole has behind it.
     * An offer to upgrade is not taken, and so is overlooked (RFC 9110, 7.8).
     */
    boolean isAboutTransfer() {
      return switch (name.toLowerCase(Locale.ROOT)) {
        case "content-length", "transfer-encoding", "expect", "upgrade", "trailer" -> true;
        default -> false;
      };
    }
  }

  public Head {
    fields = List.copyOf(fields);
  }

  @Override
  public String path() {
    int mark = target.indexOf('?');
    return mark < 0 ? target : target.substring(0, mark);
  }

  @Override
  public @Nullable String header(String name) {
    for (Field field : fields) {
      if (field.name().equalsIgnoreCase(name)) {
        return field.value();
      }
    }
    return null;
  }

  @Override
  public List<String> authorizations() {
    return headers("Authorization");
  }

  /** Returns the values of all headers of that name, in order. */
  List<String> headers(String name) {
    List<String> values = new ArrayList<>(1);
    for (Field field : fields) {
      if (field.name().equalsIgnoreCase(name)) {
        values.add(field.value());
      }
    }
    return values;
  }

  /** Returns whether its body is nothing but so many bytes, and nothing is asked or offered. */
  boolean isPlain() {
    for (Field field : fields) {
      if (field.isAboutTransfer() && !field.name().equalsIgnoreCase("Content-Length")) {
        return false;
      }
    }
    return !(contentLength > 0 && method.equals("TRACE"));
  }

  /** Returns whether the caller waits for a word before it sends the body. */
  public boolean asksFirst() {
    return isHttp11 && "100-continue".equalsIgnoreCase(header("Expect"));
  }
}
