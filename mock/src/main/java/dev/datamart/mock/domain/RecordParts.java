package dev.datamart.mock.domain;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The components of records, so that what holds for every noun need not be written for each. */
public final class RecordParts {

  private static final ClassValue<List<Method>> ACCESSORS =
      new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> type) {
          RecordComponent[] components = type.getRecordComponents();
          if (components == null) {
            throw new IllegalArgumentException(type + " is no record");
          }
          return Arrays.stream(components).map(RecordComponent::getAccessor).toList();
        }
      };

  private RecordParts() {}

  /** Returns the methods that tell the components of that record, each named like its own. */
  public static List<Method> of(Object thing) {
    return ACCESSORS.get(thing.getClass());
  }

  /** Returns what one of these methods tells of a record. */
  public static @Nullable Object value(Method part, Object thing) {
    try {
      return part.invoke(thing);
    } catch (IllegalAccessException | InvocationTargetException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
