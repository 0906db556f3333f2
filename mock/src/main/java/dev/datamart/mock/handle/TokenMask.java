package dev.datamart.mock.handle;

import dev.datamart.mock.journal.Exchange;
import dev.datamart.mock.world.MockState;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes tokens out of texts: every word that opens an organization, wherever it stands and however
 * it is written there: as it is, percent-encoded or escaped in JSON, wholly or in part, once or
 * several times, or within Base64.
 */
public final class TokenMask {

  /** Where the API shows a key, and where a caller may have put one, dead or alive. */
  private static final Pattern KEY_MEMBER =
      Pattern.compile("\"(?:key|token|apiKey|api_key)\"\\s*:\\s*\"([^\"]+)\"");

  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}(?:-?[0-9a-fA-F]{4}){3}-?[0-9a-fA-F]{12}");

  /** The digits of a UUID. */
  private static final int UUID_DIGITS = 32;

  /** Shorter ones have no room for a token that is worth the name. */
  private static final int LEAST_BASE64 = 12;

  private static final int LEAST_TEXT = 6;

  /** How often one escape may be around another. */
  private static final int MOST_LEVELS = 4;

  private static final int SHOWN = 4;

  /** Longer texts are looked through, and not looked up as a whole. */
  private static final int MOST_CHARS = 200;

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

  /**
   * Returns what masks, besides, whatever the organization of the exchange has, or any had, for a
   * token.
   */
  public static TokenMask of(MockState world, Exchange exchange) {
    TokenMask mask = new TokenMask(world);
    String id = exchange.organizationId();
    if (id != null) {
      world.organizations().byId(id).ifPresent(state -> mask.add(state.tokens()));
    }
    mask.add(world.organizations().oddDeadTokens());
    return mask;
  }

  public String mask(String text) {
    Finds finds = new Finds();
    Unescaped view = Unescaped.of(text);
    for (int level = 0; level < MOST_LEVELS; level++) {
      Unescaped now = view;
      Found found = (from, to, shown) -> finds.add(now.start(from), now.end(to - 1), shown);
      find(now.bytes(), found);
      findKeys(now.bytes(), found);
      findBase64(now.bytes(), found);
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
    Runs.of(bytes, Runs::isOfWord, SHOWN, (from, to) -> findIn(bytes, from, to, found));
    Runs.of(bytes, c -> c != '"', SHOWN - 1, (from, to) -> findWhole(bytes, from, to, found));
    Runs.of(
        bytes, c -> c > ' ' && c != '"', SHOWN, (from, to) -> findWhole(bytes, from, to, found));
    for (String token : odd) {
      findValue(bytes, token, token, found);
      findValue(bytes, token.replace(' ', '+'), token, found);
    }
  }

  private void findKeys(String bytes, Found found) {
    if (bytes.indexOf(':') >= 0) {
      KEY_MEMBER
          .matcher(bytes)
          .results()
          .forEach(key -> found.at(key.start(1), key.end(1), hidden(key.group(1))));
    }
  }

  /** Finds a word that is a token, or a UUID in it that is one. */
  private void findIn(String bytes, int from, int to, Found found) {
    findWhole(bytes, from, to, found);
    if (to - from >= UUID_DIGITS) {
      UUID.matcher(bytes)
          .region(from, to)
          .results()
          .filter(uuid -> isToken(uuid.group()))
          .forEach(uuid -> found.at(uuid.start(), uuid.end(), hidden(uuid.group())));
    }
  }

  private void findWhole(String bytes, int from, int to, Found found) {
    if (to - from <= MOST_CHARS && isToken(bytes.substring(from, to))) {
      found.at(from, to, hidden(bytes.substring(from, to)));
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
    Runs.of(
        bytes,
        c -> Runs.isOfWord(c) || c == '+' || c == '/',
        LEAST_BASE64,
        (from, to) -> {
          if (hasToken(bytes.substring(from, to).replace('-', '+').replace('_', '/'))) {
            found.at(from, to, DOTS);
          }
        });
  }

  /** Where something else stands right before it, the first letters are not its own. */
  private boolean hasToken(String letters) {
    boolean[] hasToken = {false};
    boolean[] isText = {false};
    for (int from = 0; from < 4 && !hasToken[0]; from++) {
      int length = letters.length() - from;
      int whole = length % 4 == 1 ? length - 1 : length;
      byte[] decoded = Base64.getDecoder().decode(letters.substring(from, from + whole));
      String bytes = new String(decoded, StandardCharsets.ISO_8859_1);
      // Most words are no Base64, and decode to what no text is.
      Runs.of(bytes, c -> c > ' ' && c < 0x7f, LEAST_TEXT, (a, b) -> isText[0] = true);
      if (isText[0] || !odd.isEmpty()) {
        find(bytes, (a, b, shown) -> hasToken[0] = true);
      }
    }
    return hasToken[0];
  }

  private boolean isToken(String bytes) {
    String word =
        bytes.chars().allMatch(c -> c < 0x80)
            ? bytes
            : new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    return opens(word)
        || (word.length() >= UUID_DIGITS
            && UUID.matcher(word).matches()
            && opens(dashed(word.toLowerCase(Locale.ROOT).replace("-", ""))));
  }

  private boolean opens(String word) {
    return world.organizations().hasOrHadToken(word);
  }

  private static String dashed(String hex) {
    return hex.replaceFirst("(.{8})(.{4})(.{4})(.{4})", "$1-$2-$3-$4-");
  }

  private void add(Collection<String> tokens) {
    tokens.stream().filter(TokenMask::isOdd).forEach(odd::add);
  }

  /** A short word may be a part of any other: it is looked for as a whole one only. */
  private static boolean isOdd(String token) {
    return !UUID.matcher(token).matches()
        && (token.length() > 2 * SHOWN || !token.chars().allMatch(Runs::isOfWord));
  }
}
