package dev.datamart.conformance.run;

/** Hears of a run while it goes on. */
@FunctionalInterface
public interface Progress {
  /** A verdict was given; {@code done} of {@code all} are. Called from many threads. */
  void done(Result result, int done, int all);

  static Progress silent() {
    return (result, done, all) -> {};
  }
}
