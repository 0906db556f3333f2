package dev.datamart.mock.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The last versions of an organization. They share what did not change between them, so keeping
 * them costs what changed.
 */
public final class Versions {

  /** How many are kept. */
  public static final int MOST = 200;

  private @Nullable Version[] ring = new Version[4];
  private long newest = -1;

  /** Keeps a version; they may come in any order, as simultaneous changes finish. */
  synchronized void keep(Version version) {
    if (version.number() >= ring.length && ring.length < MOST) {
      grow();
    }
    ring[(int) (version.number() % ring.length)] = version;
    newest = Math.max(newest, version.number());
  }

  /** Returns the versions that are kept, oldest first. */
  public synchronized List<Version> all() {
    List<Version> all = new ArrayList<>();
    for (long number = Math.max(0, newest - ring.length + 1); number <= newest; number++) {
      Version version = ring[(int) (number % ring.length)];
      if (version != null && version.number() == number) {
        all.add(version);
      }
    }
    return all;
  }

  /** Returns the version of that number, while it is kept. */
  public Optional<Version> find(long number) {
    return all().stream().filter(version -> version.number() == number).findFirst();
  }

  /** Most organizations of a test change a few times: the ring grows with them. */
  private void grow() {
    List<Version> kept = all();
    ring = new Version[Math.min(MOST, ring.length * 4)];
    for (Version version : kept) {
      ring[(int) (version.number() % ring.length)] = version;
    }
  }
}
