package dev.datamart.mock.http;

import java.util.ArrayList;
import java.util.List;

/**
 * What goes back to the caller.
 *
 * @param headers name and value, beside Content-Type and Content-Length
 * @param body never changed once it is here
 */
public record Answer(int status, String contentType, List<Header> headers, byte[] body) {

  /** The type of everything that the API answers. */
  public static final String JSON = "application/json";

  public record Header(String name, String value) {}

  public Answer {
    headers = List.copyOf(headers);
  }

  public static Answer json(int status, byte[] body) {
    return new Answer(status, JSON, List.of(), body);
  }

  public Answer with(String name, String value) {
    List<Header> more = new ArrayList<>(headers);
    more.add(new Header(name, value));
    return new Answer(status, contentType, more, body);
  }

  public Answer withBody(byte[] other) {
    return new Answer(status, contentType, headers, other);
  }
}
