package dev.datamart.conformance.wire;

/** What is too long is cut, and says so. */
public final class Text {
  /** Stands where something was cut off. */
  static final String CUT = "…";

  private Text() {}

  /** The first characters of a text, and how many more there are. */
  public static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    // Not between the two halves of one letter.
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end) + CUT + " (" + (text.length() - end) + " more characters)";
  }
}
