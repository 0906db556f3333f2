package dev.datamart.mock.handle;

import java.util.function.IntPredicate;

/** Pieces of a text that are as long as they can be of characters of one sort. */
final class Runs {

  /** What is done with a piece. */
  interface Run {
    void at(int from, int to);
  }

  private Runs() {}

  static void of(String text, IntPredicate sort, int least, Run run) {
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || !sort.test(text.charAt(i))) {
        if (i - from >= least) {
          run.at(from, i);
        }
        from = i + 1;
      }
    }
  }

  /** Returns whether words like names and most tokens are made of it. */
  static boolean isOfWord(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '_';
  }
}
