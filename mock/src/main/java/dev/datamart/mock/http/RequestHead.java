package dev.datamart.mock.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a request says before its body. */
public interface RequestHead {

  String method();

  /** Returns the path as it stood on the request line. */
  String path();

  /** Returns the value of the first header of that name, in whatever case; null without one. */
  @Nullable String header(String name);

  default @Nullable String contentType() {
    return header("Content-Type");
  }

  /** Returns the values of the Authorization headers, in order; almost always one or none. */
  List<String> authorizations();
}
