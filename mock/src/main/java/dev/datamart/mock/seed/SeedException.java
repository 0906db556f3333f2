package dev.datamart.mock.seed;

/** A seed that cannot be used, with the line and the reason. */
public final class SeedException extends Exception {

  private static final long serialVersionUID = 1L;

  /**
   * Says what is wrong.
   *
   * @param source the name of the file, or what stands for it
   * @param line counted from 1; 0 when it is about the whole
   */
  public SeedException(String source, int line, String reason) {
    super(line > 0 ? source + ", line " + line + ": " + reason : source + ": " + reason);
  }
}
