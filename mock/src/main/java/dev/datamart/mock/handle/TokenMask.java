package dev.datamart.mock.handle;

import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.journal.Exchange;
import dev.datamart.mock.world.MockState;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes tokens out of texts: every word that opens an organization, wherever it stands and however
 * it is written there: as it is, percent-encoded or escaped in JSON, wholly or in part, once or
 * several times, or within Base64.
 */
public final class TokenMask {

  /** Where the API shows a key, and where a caller may have put one, dead or alive. */
  private static final Pattern KEY_MEMBER =
      Pattern.compile("(?<=\"(?:key|token|apiKey|api_key)\"\\s{0,9}:\\s{0,9}\")[^\"]+(?=\")");

  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}(?:-?[0-9a-fA-F]{4}){3}-?[0-9a-fA-F]{12}");

  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_-]{4,}");
  private static final Pattern BETWEEN_QUOTES = Pattern.compile("(?<=\")[^\"]{3,}(?=\")");
  private static final Pattern BETWEEN_BLANKS = Pattern.compile("[^\\s\"]{3,}");

  /** Shorter ones have no room for a token that is worth the name. */
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{12,}={0,2}");

  /** How often one escape may be around another. */
  private static final int MOST_LEVELS = 4;

  private static final int SHOWN = 4;
  private static final String DOTS = "…";

  private final MockState world;

  /** Tokens that only a seed can have: found by their value, whatever stands around it. */
  private final Set<String> odd = new LinkedHashSet<>();

  /** Masks the tokens of every organization. */
  TokenMask(MockState world) {
    this.world = world;
  }

  /** Returns the last characters of a token behind dots; all dots when it is short. */
  public static String hidden(String token) {
    return token.length() <= 2 * SHOWN ? DOTS : DOTS + token.substring(token.length() - SHOWN);
  }

  /** Returns what a masked token shows of the whole; other texts as they are. */
  public static String shown(String token) {
    return token.startsWith(DOTS) ? token.substring(DOTS.length()) : token;
  }

  /** Returns what masks, besides, whatever the organization of the exchange has for a token. */
  public static TokenMask of(MockState world, Exchange exchange) {
    TokenMask mask = new TokenMask(world);
    String id = exchange.organizationId();
    if (id != null) {
      world.organizations().byId(id).ifPresent(s -> mask.add(s.current().organization()));
    }
    mask.add(exchange.before());
    mask.add(exchange.after());
    return mask;
  }

  public String mask(String text) {
    Finds finds = new Finds();
    Unescaped view = Unescaped.of(text);
    for (int level = 0; level < MOST_LEVELS; level++) {
      Unescaped now = view;
      find(now.bytes(), (from, to, shown) -> finds.add(now.start(from), now.end(to - 1), shown));
      findBase64(now.bytes(), (from, to, shown) -> finds.add(now.start(from), now.end(to - 1), DOTS));
      view = now.undone();
      if (view == now) {
        break;
      }
    }
    return finds.hiddenIn(text);
  }

  /** Masks a path with its query, which stays one that can be written on a request line. */
  public String maskTarget(String target) {
    StringBuilder ascii = new StringBuilder(target.length());
    for (int i = 0; i < target.length(); i++) {
      char c = target.charAt(i);
      boolean isPlain = c > ' ' && c < 0x7f;
      ascii.append(isPlain ? String.valueOf(c) : String.format(Locale.ROOT, "%%%02X", c & 0xff));
    }
    return mask(ascii.toString()).replace(DOTS, URLEncoder.encode(DOTS, StandardCharsets.UTF_8));
  }

  public String mask(byte[] utf8) {
    return mask(new String(utf8, StandardCharsets.UTF_8));
  }

  /** What becomes of a piece of a text that is a token. */
  private interface Found {
    void at(int from, int to, String shown);
  }

  private void find(String bytes, Found found) {
    KEY_MEMBER
        .matcher(bytes)
        .results()
        .forEach(key -> found.at(key.start(), key.end(), hidden(key.group())));
    for (Pattern form : new Pattern[] {WORD, UUID, BETWEEN_QUOTES, BETWEEN_BLANKS}) {
      form.matcher(bytes)
          .results()
          .filter(word -> isToken(word.group()))
          .forEach(word -> found.at(word.start(), word.end(), hidden(word.group())));
    }
    for (String token : odd) {
      findValue(bytes, token, token, found);
      findValue(bytes, token.replace(' ', '+'), token, found);
    }
  }

  private static void findValue(String bytes, String value, String token, Found found) {
    String sought = new String(Unescaped.utf8(value), StandardCharsets.ISO_8859_1);
    for (int at = bytes.indexOf(sought); at >= 0; at = bytes.indexOf(sought, at + 1)) {
      found.at(at, at + sought.length(), hidden(token));
    }
  }

  /** Finds runs of Base64, in both of its alphabets, that have a token in them. */
  private void findBase64(String bytes, Found found) {
    BASE64
        .matcher(bytes)
        .results()
        .filter(run -> hasToken(run.group()))
        .forEach(run -> found.at(run.start(), run.end(), DOTS));
  }

  private boolean hasToken(String run) {
    String letters = run.replace("=", "").replace('-', '+').replace('_', '/');
    boolean[] hasToken = {false};
    // Where something else stands right before it, the first letters are not its own.
    for (int from = 0; from < SHOWN && !hasToken[0]; from++) {
      int length = letters.length() - from;
      int whole = length % 4 == 1 ? length - 1 : length;
      byte[] decoded = Base64.getDecoder().decode(letters.substring(from, from + whole));
      find(new String(decoded, StandardCharsets.ISO_8859_1), (a, b, shown) -> hasToken[0] = true);
    }
    return hasToken[0];
  }

  private boolean isToken(String bytes) {
    String word =
        new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    String lower = word.toLowerCase(Locale.ROOT);
    return opens(word)
        || (!lower.equals(word) && opens(lower))
        || (UUID.matcher(word).matches() && opens(dashed(lower.replace("-", ""))));
  }

  private boolean opens(String word) {
    return world.organizations().byToken(word) != null;
  }

  private static String dashed(String hex) {
    return hex.replaceFirst("(.{8})(.{4})(.{4})(.{4})", "$1-$2-$3-$4-");
  }

  private void add(@Nullable Organization organization) {
    if (organization != null) {
      organization.secrets().stream().filter(TokenMask::isOdd).forEach(odd::add);
    }
  }

  /** A short word may be a part of any other: it is looked for as a whole one only. */
  private static boolean isOdd(String token) {
    return !UUID.matcher(token).matches()
        && (token.length() > 2 * SHOWN || !WORD.matcher(token).matches());
  }

  /** Pieces of a text that are tokens; where two overlap, they are one. */
  private static final class Finds {
    private final TreeMap<Integer, Integer> ends = new TreeMap<>();
    private final TreeMap<Integer, String> shown = new TreeMap<>();

    void add(int from, int to, String instead) {
      if (ends.merge(from, to, Math::max) == to) {
        shown.put(from, instead);
      }
    }

    String hiddenIn(String text) {
      if (ends.isEmpty()) {
        return text;
      }
      StringBuilder out = new StringBuilder(text.length());
      int done = 0;
      for (Map.Entry<Integer, Integer> piece : ends.entrySet()) {
        int from = piece.getKey();
        if (from >= done) {
          out.append(text, done, from).append(shown.get(from));
        }
        done = Math.max(done, piece.getValue());
      }
      return out.append(text, done, text.length()).toString();
    }
  }
}
