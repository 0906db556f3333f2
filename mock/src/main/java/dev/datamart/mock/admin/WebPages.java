package dev.datamart.mock.admin;

import dev.datamart.mock.http.RequestHead;
import dev.datamart.mock.world.MockOptions;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells requests that a web page of somebody else makes a browser send from all others. On loopback
 * everybody on this machine may use the control plane, and a browser is on this machine whatever
 * page it shows: so such requests are known by what browsers say of them and pages cannot change.
 */
final class WebPages {

  /** What this machine is called by itself; no other machine can have these names. */
  private static final Set<String> OWN_NAMES =
      Set.of("localhost", "localhost.localdomain", "ip6-localhost", "ip6-loopback");

  private static final String BELOW_LOCALHOST = ".localhost";

  private static final Pattern AUTHORITY =
      Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^:\\[\\]]*)(?::\\d*)?");

  private static final Pattern IP4_LOOPBACK =
      Pattern.compile("127(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}");

  /** Null where others than this machine can call, who know it by names that it does not. */
  private final @Nullable Set<String> allowedHosts;

  WebPages(MockOptions options) {
    allowedHosts = options.isLocal() ? hosts(options) : null;
  }

  private static Set<String> hosts(MockOptions options) {
    Set<String> hosts = new HashSet<>(OWN_NAMES);
    hosts.add(plain(options.host()));
    options.allowedHosts().forEach(host -> hosts.add(plain(host)));
    return hosts;
  }

  /** Returns why a request is refused, in a sentence; null when it is not. */
  @Nullable String refusal(RequestHead head, boolean isFile) {
    String host = head.header("Host");
    if (host != null && !isAllowed(host)) {
      String name = name(host);
      return "The control plane is not called by the name "
          + AdminException.shown(name == null ? host : name)
          + " on this machine; to allow it, start the mock with --allow-host NAME.";
    }
    String origin = head.header("Origin");
    if (origin != null && !isOf(origin, host)) {
      return "A web page of "
          + AdminException.shown(origin)
          + " must not use the control plane of this mock; only its own console may.";
    }
    String site = head.header("Sec-Fetch-Site");
    boolean isForeign = site != null && !site.equals("same-origin") && !site.equals("none");
    return isForeign && !(isFile && isVisit(head))
        ? "A web page of somewhere else must not use the control plane of this mock; only its own"
            + " console may, and addresses that are typed."
        : null;
  }

  /** A link from elsewhere to the console is followed: the page is shown, and does nothing yet. */
  private static boolean isVisit(RequestHead head) {
    return head.method().equals("GET")
        && "navigate".equals(head.header("Sec-Fetch-Mode"))
        && "document".equals(head.header("Sec-Fetch-Dest"));
  }

  private static boolean isOf(String origin, @Nullable String host) {
    return host != null
        && (origin.equalsIgnoreCase("http://" + host)
            || origin.equalsIgnoreCase("https://" + host));
  }

  private boolean isAllowed(String host) {
    if (allowedHosts == null) {
      return true;
    }
    String name = name(host);
    return name != null
        && (allowedHosts.contains(name)
            || name.endsWith(BELOW_LOCALHOST)
            || IP4_LOOPBACK.matcher(name).matches()
            || (name.contains(":") && isLoopback(name)));
  }

  /** Returns the name in a Host header, without its port; null when it is none. */
  private static @Nullable String name(String host) {
    Matcher authority = AUTHORITY.matcher(host);
    return authority.matches() ? plain(authority.group(1)) : null;
  }

  /** Returns a name as it is compared: in lower case, without brackets or the last dot. */
  private static String plain(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    if (lower.startsWith("[") && lower.endsWith("]")) {
      return lower.substring(1, lower.length() - 1);
    }
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }

  /** Nothing is looked up: only an address has colons. */
  private static boolean isLoopback(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException none) {
      return false;
    }
  }
}
