package dev.datamart.conformance.cli;

import java.io.Console;
import java.lang.reflect.InvocationTargetException;

/** Whether somebody is watching. */
final class Terminal {
  private Terminal() {}

  /** Whether standard output is a terminal. */
  @SuppressWarnings("SystemConsoleNull") // newer runtimes are asked by isTerminal below
  static boolean watched() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException before22) {
      return true;
    } catch (IllegalAccessException | InvocationTargetException unknown) {
      return false;
    }
  }

  static boolean colored() {
    return watched() && System.getenv("NO_COLOR") == null;
  }
}
