package dev.datamart.mock.handle;

import java.util.Map;
import java.util.TreeMap;

/** Pieces of a text that are tokens; where two overlap, they are one. */
final class Finds {
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
