package dev.datamart.conformance.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which server a {@link DatamartConformance} test checks. Values may contain {@code ${NAME}},
 * which stands for a system property or an environment variable of that name.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ConformanceTarget {
  /** Where the server is, without {@code /api/v2}. */
  String baseUrl() default "";

  /** A file of options as {@code --config} of the program takes it; what is said here wins. */
  String config() default "";

  /** Service token of an organization. */
  String serviceToken() default "";

  /** API key of a data app, when there is no service token. */
  String apiKey() default "";

  /** Service token of a second organization; nothing may leak between the two. */
  String otherServiceToken() default "";

  /** Patterns of requirement ids; none means all. */
  String[] only() default {};

  /** Whether checks may write to a server that is not on this machine. */
  boolean mayWrite() default false;

  /** Whether warnings fail. */
  boolean strict() default false;
}
