package dev.datamart.stub;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The generated interfaces, models and enums as sorted lines of text. */
final class ApiSurface {

  private ApiSurface() {}

  static String of(String... packages) throws IOException, ClassNotFoundException {
    StringBuilder text = new StringBuilder();
    for (String name : packages) {
      for (Class<?> type : classesOf(name)) {
        text.append(headline(type)).append('\n');
        lines(type).forEach(line -> text.append("  ").append(line).append('\n'));
      }
    }
    return text.toString();
  }

  private static List<Class<?>> classesOf(String packageName)
      throws IOException, ClassNotFoundException {
    java.nio.file.Path folder = java.nio.file.Path.of("target/classes", packageName.split("\\."));
    TreeSet<String> names;
    try (Stream<java.nio.file.Path> files = Files.list(folder)) {
      names =
          files
              .map(file -> file.getFileName().toString().replace(".class", ""))
              .filter(name -> !name.contains("$"))
              .collect(Collectors.toCollection(TreeSet::new));
    }
    List<Class<?>> found = new java.util.ArrayList<>();
    for (String name : names) {
      found.add(Class.forName(packageName + "." + name));
    }
    return found;
  }

  private static String headline(Class<?> type) {
    String kind = type.isInterface() ? "interface" : type.isEnum() ? "enum" : "class";
    return kind + " " + type.getSimpleName();
  }

  private static Stream<String> lines(Class<?> type) {
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(constant -> ((Enum<?>) constant).name() + " " + constant);
    }
    Stream<Method> methods = Arrays.stream(type.getDeclaredMethods());
    return type.isInterface()
        ? methods.map(ApiSurface::operation).sorted()
        : methods.filter(ApiSurface::isGetter).map(ApiSurface::property).sorted();
  }

  private static boolean isGetter(Method method) {
    return method.getName().startsWith("get") && method.getParameterCount() == 0;
  }

  private static String property(Method getter) {
    return getter.getName() + ": " + type(getter.getGenericReturnType());
  }

  private static String operation(Method method) {
    String verb =
        Arrays.stream(method.getAnnotations())
            .map(Annotation::annotationType)
            .filter(kind -> kind.isAnnotationPresent(HttpMethod.class))
            .map(Class::getSimpleName)
            .collect(Collectors.joining());
    Path path = method.getAnnotation(Path.class);
    String whole =
        method.getDeclaringClass().getAnnotation(Path.class).value()
            + (path == null ? "" : path.value());
    String parameters =
        Arrays.stream(method.getParameters())
            .map(ApiSurface::parameter)
            .collect(Collectors.joining(", "));
    return method.getName()
        + "("
        + parameters
        + "): "
        + type(method.getGenericReturnType())
        + " <- "
        + verb
        + " "
        + whole;
  }

  private static String parameter(Parameter parameter) {
    QueryParam query = parameter.getAnnotation(QueryParam.class);
    if (query == null) {
      return type(parameter.getParameterizedType());
    }
    DefaultValue standard = parameter.getAnnotation(DefaultValue.class);
    return type(parameter.getParameterizedType())
        + " ?"
        + query.value()
        + (standard == null ? "" : "=" + standard.value());
  }

  private static String type(java.lang.reflect.Type type) {
    return type.getTypeName().replaceAll("[a-z]+(\\.[a-z]+)*\\.(?=[A-Z])", "");
  }
}
