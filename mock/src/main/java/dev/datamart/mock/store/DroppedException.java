package dev.datamart.mock.store;

import java.util.NoSuchElementException;

/** What was asked of an organization comes too late: it has been dropped meanwhile. */
public final class DroppedException extends NoSuchElementException {

  private static final long serialVersionUID = 1L;

  DroppedException(String id) {
    super("There is no organization \"" + id + "\" any more: it has been dropped.");
  }
}
