package dev.datamart.conformance.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.datamart.cli.FileName;
import dev.datamart.cli.TypedWords;
import dev.datamart.cli.Visible;
import dev.datamart.conformance.run.ExitCode;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.TypeConversionException;

/** The program with its commands and exit codes. */
@Command(
    name = "datamart-conformance",
    description = "Checks a server of the Data App API against the datamart contract.",
    mixinStandardHelpOptions = true,
    version = "datamart-conformance 1.0.0",
    subcommands = {
      RunCommand.class,
      ListCommand.class,
      CoverageCommand.class,
      CleanupCommand.class
    },
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every binding requirement that was asked is met",
      "1:at least one is violated, or a known failure passes, or --strict has a warning",
      "2:wrong usage",
      "3:the server is not reachable, lacks what the checks build on, or stopped answering",
      "4:nothing was judged"
    })
public final class ConformanceMain {
  private static final int LAUNCHER_KILLED = 137;

  private ConformanceMain() {}

  /** Runs the program and ends the process with its exit code. */
  public static void main(String[] args) {
    endWithLauncher();
    System.exit(
        execute(
            new PrintWriter(System.out, true, UTF_8),
            new PrintWriter(System.err, true, UTF_8),
            TypedWords.of(args).toArray(String[]::new)));
  }

  /** A launcher that waits for this run may be killed; then nobody wants to hear of it. */
  private static void endWithLauncher() {
    Optional.ofNullable(Long.getLong("datamart.launcher"))
        .flatMap(ProcessHandle::of)
        .ifPresent(
            launcher -> {
              var unused = launcher.onExit().thenRun(() -> System.exit(LAUNCHER_KILLED));
            });
  }

  /** Runs the program inside this process and gives its exit code. */
  public static int execute(PrintWriter out, PrintWriter err, String... args) {
    CommandLine program = prepared(new CommandLine(new ConformanceMain()));
    program.setOut(out).setErr(err);
    program.setParameterExceptionHandler(
        (wrong, given) -> {
          err.println(Visible.lines(Misspelt.sentence(wrong)));
          err.println(
              "Try: " + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help");
          return ExitCode.USAGE.number();
        });
    if (args.length == 0) {
      program.usage(err);
      return ExitCode.USAGE.number();
    }
    return program.execute(args);
  }

  /** With what all commands need to read their options. */
  static CommandLine prepared(CommandLine command) {
    return command
        .setCaseInsensitiveEnumValuesAllowed(true)
        .registerConverter(Path.class, ConformanceMain::path)
        .registerConverter(ConfigFile.class, name -> ConfigFile.read(path(name)))
        .setDefaultValueProvider(new ConfigFile.Defaults());
  }

  private static Path path(String name) {
    try {
      return FileName.path(name);
    } catch (InvalidPathException impossible) {
      throw new TypeConversionException("no file can be called '" + name + "'");
    }
  }
}
