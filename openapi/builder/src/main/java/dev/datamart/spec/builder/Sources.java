package dev.datamart.spec.builder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The source files: what all groups share, and one file a group.
 *
 * @param common {@code common.yaml}
 * @param groups the others, in the order of its member {@code groups}
 */
record Sources(Tree common, List<Group> groups) {

  static Sources read(Path folder) throws IOException {
    Map<String, Tree> files = new TreeMap<>();
    try (Stream<Path> found = Files.list(folder)) {
      for (Path file : found.toList()) {
        String name = file.getFileName().toString();
        files.put(name.replace(".yaml", ""), Tree.parse(name, Files.readString(file)));
      }
    }
    return of(files);
  }

  static Sources of(Map<String, Tree> files) {
    Map<String, Tree> left = new TreeMap<>(files);
    Tree common = taken(left, "common");
    List<Group> groups = new ArrayList<>();
    for (String name : common.words("groups")) {
      groups.add(Group.of(taken(left, name)));
    }
    if (!left.isEmpty()) {
      throw new IllegalStateException("common.yaml does not name the groups " + left.keySet());
    }
    return new Sources(common, groups);
  }

  private static Tree taken(Map<String, Tree> files, String name) {
    @Nullable Tree file = files.remove(name);
    if (file == null) {
      throw new IllegalStateException("There is no source file " + name + ".yaml.");
    }
    return file;
  }
}
