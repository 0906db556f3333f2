package dev.datamart.conformance.cli;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A file that one report goes to. */
record ReportFile(String option, Path path) {

  /** Makes its folder and tries to open it; what is in it stays there until the report is ready. */
  void require() {
    if (Files.isDirectory(path)) {
      throw new WrongUsage(option + " " + path + " is a folder; name a file in it.");
    }
    try {
      Path folder = path.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      boolean isNew = Files.notExists(path);
      Files.newByteChannel(path, CREATE, APPEND).close();
      if (isNew) {
        Files.delete(path);
      }
    } catch (FileAlreadyExistsException noFolder) {
      throw new WrongUsage(
          option + " " + path + " cannot be written: " + noFolder.getFile() + " is no folder.");
    } catch (IOException failed) {
      throw new WrongUsage(cannot(failed));
    }
  }

  boolean isSameAs(ReportFile other) {
    try {
      return real(path).equals(real(other.path))
          && (Files.notExists(path) || Files.isRegularFile(path));
    } catch (IOException unknown) {
      return path.equals(other.path);
    }
  }

  private static Path real(Path path) throws IOException {
    Path whole = path.toAbsolutePath().normalize();
    Path folder = whole.getParent();
    return Files.exists(whole) || folder == null
        ? whole.toRealPath()
        : folder.toRealPath().resolve(whole.getFileName());
  }

  /** The sentence to say when that fails. */
  Optional<String> write(String text) {
    try {
      Files.writeString(path, text);
      return Optional.empty();
    } catch (IOException failed) {
      return Optional.of(cannot(failed));
    }
  }

  private String cannot(IOException failed) {
    return option + " " + path + " cannot be written (" + failed.getClass().getSimpleName() + ").";
  }
}
