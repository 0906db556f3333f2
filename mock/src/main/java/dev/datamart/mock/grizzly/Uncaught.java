package dev.datamart.mock.grizzly;

import java.lang.Thread.UncaughtExceptionHandler;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Where a failure goes that a thread did not survive: to whoever runs this JVM, or into the log.
 */
final class Uncaught {

  private static final Logger LOG = Logger.getLogger(Uncaught.class.getName());

  private Uncaught() {}

  static void tell(Throwable failure) {
    UncaughtExceptionHandler handler = Thread.getDefaultUncaughtExceptionHandler();
    if (handler == null) {
      LOG.log(Level.SEVERE, "The mock cannot go on", failure);
    } else {
      handler.uncaughtException(Thread.currentThread(), failure);
    }
  }
}
