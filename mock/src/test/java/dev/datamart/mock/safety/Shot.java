package dev.datamart.mock.safety;

import java.nio.charset.StandardCharsets;

/**
 * One request of the fuzz test.
 *
 * @param bytes what goes on the wire
 * @param isHttp whether it is one request that HTTP allows, so that it must get exactly one answer
 * @param place method and path when both are the contract's own; empty otherwise
 */
record Shot(byte[] bytes, boolean isHttp, String place) {

  boolean isHead() {
    return text().startsWith("HEAD ");
  }

  private String text() {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** Shows enough to understand and to repeat it. */
  @Override
  public String toString() {
    String text = text();
    String shown = text.length() <= 3_000 ? text : text.substring(0, 3_000) + "… " + text.length();
    return shown.replace("\r", "\\r").replace("\n", "\\n\n");
  }
}
