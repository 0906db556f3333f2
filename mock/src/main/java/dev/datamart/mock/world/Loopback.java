package dev.datamart.mock.world;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Tells addresses that only this machine can reach from those that others can. */
public final class Loopback {

  private Loopback() {}

  /** Returns whether the address is a loopback one; a name that is not known is not. */
  public static boolean is(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException unknown) {
      return false;
    }
  }
}
