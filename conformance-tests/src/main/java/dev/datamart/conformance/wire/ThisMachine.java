package dev.datamart.conformance.wire;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

/** The machine that the suite runs on, where it may write without being told so. */
public final class ThisMachine {
  private ThisMachine() {}

  public static boolean serves(String baseUrl) {
    try {
      return InetAddress.getByName(URI.create(baseUrl).getHost()).isLoopbackAddress();
    } catch (UnknownHostException unknown) {
      return false;
    }
  }
}
