package dev.datamart.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Classes that break a rule on purpose, compiled for the test that expects it to be seen. */
final class PlantedClasses {
  private final Path dir;
  private final List<JavaFileObject> sources = new ArrayList<>();

  /**
   * @param dir where their class files go
   */
  PlantedClasses(Path dir) {
    this.dir = dir;
  }

  /** A public class that uses another one, by its full name. */
  void add(String packageName, String name, String known) {
    String text =
        "package %s; public class %s { public %s known; }".formatted(packageName, name, known);
    sources.add(
        new SimpleJavaFileObject(
            URI.create("string:///" + packageName.replace('.', '/') + "/" + name + ".java"),
            JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
          }
        });
  }

  JavaClasses compiled() {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> options =
        List.of("-proc:none", "-d", dir.toString(), "-cp", System.getProperty("java.class.path"));
    assertThat(compiler.getTask(null, null, null, options, null, sources).call()).isTrue();
    return new ClassFileImporter().importPath(dir);
  }
}
