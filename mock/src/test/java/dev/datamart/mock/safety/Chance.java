package dev.datamart.mock.safety;

import java.util.List;
import java.util.Random;

/** What is drawn, the same for the same seed. */
final class Chance {

  private final Random random;

  Chance(long seed) {
    random = new Random(seed);
  }

  /** Returns whether one of so many times is this one. */
  boolean oneIn(int times) {
    return random.nextInt(times) == 0;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  @SafeVarargs
  final <T> T any(T... from) {
    return from[random.nextInt(from.length)];
  }

  <T> T any(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  /** Returns a text of those that break things. */
  String text() {
    return switch (random.nextInt(12)) {
      case 0 -> "";
      case 1 -> " ";
      case 2 -> "sales-datamart";
      case 3 -> "SALES-DATAMART";
      case 4 -> "sales-datamart ";
      case 5 -> "üñí 😀 \u0000 \u202e ﷽";
      case 6 -> "../../../etc/passwd";
      case 7 -> "'; DROP TABLE datamarts; --";
      case 8 -> "<script>alert(1)</script>${jndi:ldap://x}%s%n{0}";
      case 9 -> "x".repeat(random.nextInt(5_000));
      case 10 -> Long.toString(random.nextLong());
      default -> Integer.toString(random.nextInt(200) - 100);
    };
  }
}
