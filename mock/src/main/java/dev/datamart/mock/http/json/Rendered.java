package dev.datamart.mock.http.json;

import com.fasterxml.jackson.core.JsonProcessingException;

/**
 * A model with its JSON, so that an unchanged state is written once.
 *
 * @param model what a resource returns
 * @param bytes the same as JSON in UTF-8
 */
public record Rendered<T>(T model, byte[] bytes) {

  /** Writes the model. */
  public static <T> Rendered<T> of(T model) {
    try {
      return new Rendered<>(model, Json.MAPPER.writeValueAsBytes(model));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
