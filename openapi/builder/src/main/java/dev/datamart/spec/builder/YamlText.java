package dev.datamart.spec.builder;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Single values as YAML; quotes only what would be read as something else. */
final class YamlText {

  private static final Pattern KEY = Pattern.compile("[A-Za-z$/][-A-Za-z0-9_./{}]*");
  private static final Pattern MARK =
      Pattern.compile("^[-?:,\\[\\]{}#&*!|>'\"%@`].*|.*[\\s:]|.*(: | #).*");
  private static final Pattern FLOW_MARK = Pattern.compile(".*[,\\[\\]{}].*");

  /** YAML 1.1 readers take these for times or truth values. */
  private static final Pattern OLD_READERS =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\d.*|[yYnN]|(?i:yes|no|on|off)");

  private YamlText() {}

  static String key(String key) {
    return KEY.matcher(key).matches() ? key : quoted(key);
  }

  static String scalar(String text) {
    return MARK.matcher(text).matches()
            || OLD_READERS.matcher(text).matches()
            || !text.equals(loaded(text))
        ? quoted(text)
        : text;
  }

  /** Returns a value on one line. */
  static String flow(@Nullable Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(YamlText::flow).collect(Collectors.joining(", ", "[", "]"));
    }
    if (value instanceof Map<?, ?> map) {
      return map.isEmpty() ? "{}" : pairs(map);
    }
    return value instanceof String text ? inFlow(text) : String.valueOf(value);
  }

  private static String pairs(Map<?, ?> map) {
    return map.entrySet().stream()
        .map(pair -> pair.getKey() + ": " + flow(pair.getValue()))
        .collect(Collectors.joining(", ", "{ ", " }"));
  }

  private static String inFlow(String text) {
    return FLOW_MARK.matcher(text).matches() ? quoted(text) : scalar(text);
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private static @Nullable Object loaded(String text) {
    return text.isEmpty() ? null : new Load(LoadSettings.builder().build()).loadFromString(text);
  }
}
