package dev.datamart.mock.http;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments as headers have them: the one form that may be sent (RFC 9110, 5.6.7). */
public final class HttpDate {

  /** Unlike that of the JDK, it writes days with two digits. */
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

  /** What was written last: almost always the same second is asked for again. */
  private record Written(long second, String text) {}

  private static volatile Written last = written(0);

  private HttpDate() {}

  public static String of(Instant moment) {
    Written written = last;
    if (written.second() != moment.getEpochSecond()) {
      written = written(moment.getEpochSecond());
      last = written;
    }
    return written.text();
  }

  private static Written written(long second) {
    return new Written(
        second, FORMAT.format(Instant.ofEpochSecond(second).atOffset(ZoneOffset.UTC)));
  }
}
