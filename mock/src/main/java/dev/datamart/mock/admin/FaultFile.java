package dev.datamart.mock.admin;

import dev.datamart.mock.fault.FaultPlan;
import dev.datamart.mock.seed.SeedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of faults to start with, in the shape that {@code PUT /__mock/faults} takes. */
public final class FaultFile {

  private FaultFile() {}

  /**
   * Sets the faults of a file.
   *
   * @throws SeedException when it cannot be used; then none is set
   */
  public static void load(String file, FaultPlan plan) throws SeedException {
    try {
      byte[] json = Files.readAllBytes(Path.of(file));
      plan.replace(AdminJson.parse(json, FaultJson.Faults.class).rules());
    } catch (IOException unreadable) {
      throw new SeedException(file, 0, "the file of faults cannot be read");
    } catch (AdminException wrong) {
      throw new SeedException(file, 0, String.valueOf(wrong.getMessage()));
    }
  }
}
