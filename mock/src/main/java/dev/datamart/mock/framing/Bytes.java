package dev.datamart.mock.framing;

import dev.datamart.mock.memory.ByteBudget;
import java.util.Arrays;

/** Bytes that are collected, in no more room than they need; the room is counted in a budget. */
final class Bytes {

  private static final byte[] NONE = {};

  private final ByteBudget budget;
  private byte[] array = NONE;
  private int size;

  Bytes(ByteBudget budget) {
    this.budget = budget;
  }

  int size() {
    return size;
  }

  byte[] array() {
    return array;
  }

  /**
   * Appends bytes.
   *
   * @param most how many there will be in all at the most
   */
  void append(byte[] from, int start, int end, long most) {
    int wanted = size + end - start;
    if (wanted > array.length) {
      resize((int) Math.max(wanted, Math.min(2L * array.length, most)));
    }
    System.arraycopy(from, start, array, size, end - start);
    size = wanted;
  }

  /** Forgets the bytes and gives their room back. */
  void clear() {
    budget.add(-array.length);
    array = NONE;
    size = 0;
  }

  private void resize(int room) {
    budget.add(room - array.length);
    array = Arrays.copyOf(array, room);
  }
}
