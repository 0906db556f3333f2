package dev.datamart.mock.http;

import java.util.ArrayList;
import java.util.List;

/**
 * What goes back to the caller.
 *
 * @param headers name and value, beside Content-Type and Content-Length
 * @param body JSON in UTF-8
 */
public record Answer(int status, List<Header> headers, byte[] body) {

  /** One header line. */
  public record Header(String name, String value) {}

  public Answer {
    headers = List.copyOf(headers);
  }

  /** Returns the answer with one more header. */
  public Answer with(String name, String value) {
    List<Header> more = new ArrayList<>(headers);
    more.add(new Header(name, value));
    return new Answer(status, more, body);
  }
}
