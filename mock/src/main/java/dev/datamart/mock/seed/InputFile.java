package dev.datamart.mock.seed;

import dev.datamart.cli.FileName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file that the mock starts from: a regular one, or a pipe that ends. */
public final class InputFile {

  /** What is made of a file takes many times its bytes. */
  private static final int HEAP_FOR_EACH_BYTE = 16;

  private static final long MOST_BYTES = 64L << 20;

  private InputFile() {}

  /**
   * Returns what is in it.
   *
   * @param instead what could be said in place of a file that is not there
   * @throws SeedException when it cannot be read, with the reason
   */
  public static byte[] bytes(String name, String instead) throws SeedException {
    int most = (int) Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / HEAP_FOR_EACH_BYTE);
    byte[] bytes = read(name, most + 1, instead);
    if (bytes.length > most) {
      throw new SeedException(
          name, 0, "larger than " + (most >> 20) + " MB, which is all that can be read here");
    }
    return bytes;
  }

  private static byte[] read(String name, int most, String instead) throws SeedException {
    try {
      Path file = FileName.path(name);
      if (Files.isDirectory(file)) {
        throw new SeedException(name, 0, "a folder; " + instead);
      }
      try (InputStream in = Files.newInputStream(file)) {
        return in.readNBytes(most);
      }
    } catch (InvalidPathException | NoSuchFileException missing) {
      throw new SeedException(name, 0, "no such file; " + instead);
    } catch (AccessDeniedException denied) {
      throw new SeedException(name, 0, "this user may not read the file");
    } catch (IOException unreadable) {
      throw new SeedException(name, 0, "the file cannot be read");
    }
  }
}
