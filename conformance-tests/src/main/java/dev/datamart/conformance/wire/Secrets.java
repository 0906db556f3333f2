package dev.datamart.conformance.wire;

import dev.datamart.cli.Visible;
import dev.datamart.spec.Member;
import dev.datamart.spec.Schema;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Every token that the run has seen, by value, with the variable that stands for it in reports.
 * Whatever is printed goes through {@link #mask}.
 */
public final class Secrets {
  private static final Set<String> MEMBERS =
      Arrays.stream(Schema.values())
          .flatMap(schema -> schema.members().stream())
          .filter(Member::isSecret)
          .map(Member::name)
          .collect(Collectors.toUnmodifiableSet());

  /** The value of a secret member where it stands in JSON, for those that were not learnt. */
  private static final Pattern SHOWN =
      Pattern.compile("(\"(?:" + String.join("|", MEMBERS) + ")\"\\s*:\\s*\")[^\"]+");

  private static final int MOST_LEARNT = 20_000;
  private static final int LONGEST_LEARNT = 1000;

  /** In each form in which a token may be shown. */
  private final Map<String, String> variables = new ConcurrentHashMap<>();

  private final AtomicInteger learnt = new AtomicInteger();
  private volatile boolean someUnknown;

  /** A form of a token at some place of a text, of which the text may be cut off. */
  private record Found(String form, int length) {}

  /**
   * Finds any of so many forms by how they begin: there may be thousands, and long texts.
   *
   * @param letters how many make up a beginning
   */
  private record Finder(int forms, int letters, Map<String, List<String>> byBeginning) {
    static Finder of(Set<String> forms) {
      int letters = forms.stream().mapToInt(String::length).reduce(8, Math::min);
      // Longer forms first, since one token may be the beginning of another.
      return new Finder(
          forms.size(),
          letters,
          forms.stream()
              .sorted(Comparator.comparing(String::length).reversed())
              .collect(Collectors.groupingBy(form -> form.substring(0, letters))));
    }

    @Nullable Found at(String text, int at) {
      String beginning = text.substring(at, at + letters);
      for (String form : byBeginning.getOrDefault(beginning, List.of())) {
        int same = letters;
        while (same < form.length()
            && at + same < text.length()
            && text.charAt(at + same) == form.charAt(same)) {
          same++;
        }
        if (same == form.length() || text.startsWith(Text.CUT, at + same)) {
          return new Found(form, same);
        }
      }
      return null;
    }
  }

  private volatile Finder finder = Finder.of(Set.of());

  public Secrets add(String value, String name) {
    if (!value.isBlank()) {
      variables.putIfAbsent(value, "$" + name);
      variables.putIfAbsent(Percent.encode(value), "$" + name);
      variables.putIfAbsent(base64(value), "$" + name);
    }
    return this;
  }

  /**
   * Learns the tokens that an answer shows: the values of all members that the contract keeps
   * secret.
   */
  public void learn(Exchange exchange) {
    for (String member : MEMBERS) {
      for (String value : exchange.json().findValuesAsText(member)) {
        boolean isNew = value.length() >= 8 && !variables.containsKey(value);
        if (isNew && hasRoom(value)) {
          add(value, variable(member) + "_" + learnt.incrementAndGet());
        } else if (isNew) {
          someUnknown = true;
        }
      }
    }
  }

  /** A server can show more, and longer, than any that this program would ever print. */
  private boolean hasRoom(String value) {
    return value.length() <= LONGEST_LEARNT && learnt.get() < MOST_LEARNT;
  }

  /** An API key is shown as {@code key}, which alone would tell a reader little. */
  private static String variable(String member) {
    return member.equals("key")
        ? "API_KEY"
        : member.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
  }

  /** The text as people may see it, with each token replaced by {@code $NAME}. */
  public String mask(String text) {
    String masked = rewritten(text, plain -> plain, variable -> variable);
    return Visible.lines(someUnknown ? SHOWN.matcher(masked).replaceAll("$1\\$TOKEN") : masked);
  }

  /** The text, changed piece by piece: what is no token, and the variable where one stands. */
  String rewritten(String text, UnaryOperator<String> plain, UnaryOperator<String> variable) {
    Finder known = finder();
    StringBuilder out = new StringBuilder();
    int from = 0;
    for (int at = 0; at + known.letters() <= text.length(); at++) {
      Found token = known.at(text, at);
      if (token != null) {
        out.append(at > from ? plain.apply(text.substring(from, at)) : "");
        out.append(variable.apply(variables.getOrDefault(token.form(), "$TOKEN")));
        from = at + token.length();
        at = from - 1;
      }
    }
    return from < text.length() ? out + plain.apply(text.substring(from)) : out.toString();
  }

  private Finder finder() {
    Finder known = finder;
    int size = variables.size();
    if (known.forms() != size) {
      known = Finder.of(variables.keySet());
      finder = known;
    }
    return known;
  }

  private static String base64(String value) {
    return Base64.getEncoder()
        .withoutPadding()
        .encodeToString(value.getBytes(StandardCharsets.UTF_8));
  }
}
