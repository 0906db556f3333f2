package dev.datamart.mock.handle;

import dev.datamart.mock.journal.Exchange;
import dev.datamart.mock.world.MockState;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes tokens out of texts: every word that opens an organization, wherever it stands. */
public final class TokenMask {

  /** Where the API shows a key, and where a caller may have put one, dead or alive. */
  private static final Pattern KEY_MEMBER =
      Pattern.compile("(\"(?:key|token|apiKey|api_key)\"\\s*:\\s*\")([^\"]+)(\")");

  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_-]{4,}");

  private static final int SHOWN = 4;
  private static final String DOTS = "…";

  private final MockState world;

  /** Tokens that are no words, which only a seed can have: found by their value. */
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
    mask.add(world.organizations().deadTokens());
    return mask;
  }

  public String mask(String text) {
    String masked = KEY_MEMBER.matcher(text).replaceAll(TokenMask::hiddenMember);
    // Whole words first, then those with something at their ends.
    masked = WORD.matcher(masked).replaceAll(this::known);
    masked = UUID.matcher(masked).replaceAll(this::known);
    for (String token : odd) {
      masked = masked.replace(token, hidden(token));
      masked = masked.replace(encoded(token), hidden(token));
      masked = masked.replace(encoded(token).replace("+", "%20"), hidden(token));
    }
    return masked;
  }

  /** Masks a path with its query, which stays one that can be written on a request line. */
  public String maskTarget(String target) {
    return mask(target).replace(DOTS, encoded(DOTS));
  }

  public String mask(byte[] utf8) {
    return mask(new String(utf8, StandardCharsets.UTF_8));
  }

  private String known(MatchResult found) {
    String word = found.group();
    boolean isToken = world.organizations().hasOrHadToken(word);
    return Matcher.quoteReplacement(isToken ? hidden(word) : word);
  }

  private static String hiddenMember(MatchResult found) {
    return Matcher.quoteReplacement(found.group(1) + hidden(found.group(2)) + found.group(3));
  }

  private static String encoded(String token) {
    return URLEncoder.encode(token, StandardCharsets.UTF_8);
  }

  private void add(Collection<String> tokens) {
    tokens.stream().filter(token -> !WORD.matcher(token).matches()).forEach(odd::add);
  }
}
