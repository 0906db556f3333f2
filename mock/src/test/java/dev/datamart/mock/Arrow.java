package dev.datamart.mock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * A class that is planted in a package to use a type from elsewhere.
 *
 * @param from the package, below the root
 * @param to what it leads to, for people
 * @param type the type that it uses
 */
record Arrow(String from, String to, String type) {

  /** Compiles the planted classes into a folder. */
  static void plant(List<Arrow> arrows, Path folder) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(folder));
      List<String> options = List.of("-proc:none", "-nowarn");
      List<JavaFileObject> sources = arrows.stream().map(Arrow::source).toList();
      if (!compiler.getTask(null, files, null, options, null, sources).call()) {
        throw new IllegalStateException("A planted class cannot be compiled");
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Returns whether that report of violations tells of this one. */
  boolean isIn(String report) {
    return report.contains("<" + Layers.full(from) + "." + name() + ".used>");
  }

  private String name() {
    return "PlantedFor_" + type.replace('.', '_');
  }

  private JavaFileObject source() {
    URI address =
        URI.create("string:///" + Layers.full(from).replace('.', '/') + "/" + name() + ".java");
    return new SimpleJavaFileObject(address, JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return "package " + Layers.full(from) + "; class " + name() + " { " + type + " used; }";
      }
    };
  }

  @Override
  public String toString() {
    return from + " -> " + to;
  }
}
