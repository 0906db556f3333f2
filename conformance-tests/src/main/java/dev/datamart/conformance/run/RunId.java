package dev.datamart.conformance.run;

import java.security.SecureRandom;

/** Names of runs: thirteen letters and digits, so that no two runs ever share one. */
final class RunId {
  private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789z";

  private RunId() {}

  static String fresh() {
    SecureRandom random = new SecureRandom();
    StringBuilder id = new StringBuilder();
    for (int i = 0; i < 13; i++) {
      id.append(ALPHABET.charAt(random.nextInt(32)));
    }
    return id.toString();
  }
}
