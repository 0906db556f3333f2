package dev.datamart.spec.builder;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes a tree as YAML for people: references and short lists on one line, long texts as blocks, a
 * member whose name begins with # as a comment.
 */
final class YamlWriter {

  private static final int WIDTH = 120;

  private final StringBuilder out = new StringBuilder();

  private YamlWriter() {}

  static String write(Map<String, @Nullable Object> root) {
    YamlWriter writer = new YamlWriter();
    writer.members(root, 0, "");
    return writer.out.toString();
  }

  /** Writes the members of a mapping; the first one goes on where the line before it ends. */
  private void members(Map<?, ?> map, int indent, String first) {
    String start = first.isEmpty() ? " ".repeat(indent) : first;
    boolean opening = true;
    for (Map.Entry<?, ?> member : map.entrySet()) {
      String key = String.valueOf(member.getKey());
      if (key.startsWith("#")) {
        comment(String.valueOf(member.getValue()), indent, opening);
      } else {
        member(start + YamlText.key(key) + ":", member.getValue(), indent);
        start = " ".repeat(indent);
      }
      opening = false;
    }
  }

  private void comment(String text, int indent, boolean opening) {
    if (!opening) {
      out.append('\n');
    }
    if (!text.isEmpty()) {
      line(" ".repeat(indent) + "# " + text);
    }
  }

  private void member(String start, @Nullable Object value, int indent) {
    if (value instanceof Map<?, ?> map && !map.isEmpty() && !isReference(map)) {
      line(start);
      members(map, indent + 2, "");
    } else if (value instanceof List<?> list && !isFlow(list)) {
      line(start);
      items(list, indent + 2);
    } else if (value instanceof List<?> list) {
      flow(start, list, indent);
    } else if (value instanceof String text && !fits(start, text)) {
      block(start, text, indent);
    } else {
      line(start + " " + inline(value));
    }
  }

  private static String inline(@Nullable Object value) {
    return value instanceof String text ? YamlText.scalar(text) : YamlText.flow(value);
  }

  private void items(List<?> list, int indent) {
    String start = " ".repeat(indent) + "- ";
    for (Object item : list) {
      if (item instanceof Map<?, ?> map) {
        members(map, indent + 2, start);
      } else {
        line(start + inline(item));
      }
    }
  }

  private void flow(String start, List<?> list, int indent) {
    String whole = start + " " + YamlText.flow(list);
    if (whole.length() <= WIDTH) {
      line(whole);
      return;
    }
    line(start);
    String edge = " ".repeat(indent + 2);
    line(edge + "[");
    StringBuilder row = new StringBuilder();
    for (int i = 0; i < list.size(); i++) {
      String item = YamlText.flow(list.get(i)) + (i < list.size() - 1 ? "," : "");
      if (!row.isEmpty() && edge.length() + 3 + row.length() + item.length() > WIDTH) {
        line(edge + "  " + row);
        row.setLength(0);
      }
      row.append(row.isEmpty() ? "" : " ").append(item);
    }
    line(edge + "  " + row);
    line(edge + "]");
  }

  private void block(String start, String text, int indent) {
    line(start + " |-");
    for (String row : text.split("\n", -1)) {
      line(row.isEmpty() ? "" : " ".repeat(indent + 2) + row);
    }
  }

  private static boolean fits(String start, String text) {
    return text.indexOf('\n') < 0 && start.length() + 1 + YamlText.scalar(text).length() <= WIDTH;
  }

  private static boolean isReference(Map<?, ?> map) {
    return map.size() == 1 && map.containsKey("$ref");
  }

  private static boolean isFlow(List<?> list) {
    return list.stream().noneMatch(item -> item instanceof Map || item instanceof List);
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
