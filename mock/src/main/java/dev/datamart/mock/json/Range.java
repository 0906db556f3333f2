package dev.datamart.mock.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a member of a body can be: how large a number, how long a text in characters, how many items
 * of a list. A member without one is refused a home: a test asks for it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Range {

  /** The least; of a text 1, unless an empty one means something. */
  long least() default 1;

  /** The most; of a text as long as names are. */
  long most() default 255;

  /** Whether the text identifies something in an address. */
  boolean isIdentifier() default false;
}
