package dev.datamart.conformance.wire;

import dev.datamart.spec.Member;
import dev.datamart.spec.Schema;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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

  /** In each form in which a token may be shown. */
  private final Map<String, String> variables = new ConcurrentHashMap<>();

  private final AtomicInteger learnt = new AtomicInteger();

  /** Finds any of so many forms. */
  private record Finder(int forms, Pattern pattern) {}

  private volatile Finder finder = new Finder(0, Pattern.compile("(?!)"));

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
        if (value.length() >= 8 && !variables.containsKey(value)) {
          add(value, variable(member) + "_" + learnt.incrementAndGet());
        }
      }
    }
  }

  /** An API key is shown as {@code key}, which alone would tell a reader little. */
  private static String variable(String member) {
    return member.equals("key")
        ? "API_KEY"
        : member.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
  }

  /** The text with each token replaced by {@code $NAME}. */
  public String mask(String text) {
    return rewritten(text, plain -> plain, variable -> variable);
  }

  /** The text, changed piece by piece: what is no token, and the variable where one stands. */
  String rewritten(String text, UnaryOperator<String> plain, UnaryOperator<String> variable) {
    StringBuilder out = new StringBuilder();
    Matcher token = finder().matcher(text);
    int from = 0;
    while (token.find()) {
      if (token.start() > from) {
        out.append(plain.apply(text.substring(from, token.start())));
      }
      out.append(variable.apply(variables.getOrDefault(token.group(), "$TOKEN")));
      from = token.end();
    }
    return from < text.length() ? out + plain.apply(text.substring(from)) : out.toString();
  }

  /** Longer forms first, since one token may be the beginning of another. */
  private Pattern finder() {
    Finder known = finder;
    int size = variables.size();
    if (known.forms() != size) {
      String forms =
          variables.keySet().stream()
              .sorted(Comparator.comparing(String::length).reversed())
              .map(Pattern::quote)
              .collect(Collectors.joining("|"));
      known = new Finder(size, Pattern.compile(forms));
      finder = known;
    }
    return known.pattern();
  }

  private static String base64(String value) {
    return Base64.getEncoder()
        .withoutPadding()
        .encodeToString(value.getBytes(StandardCharsets.UTF_8));
  }
}
