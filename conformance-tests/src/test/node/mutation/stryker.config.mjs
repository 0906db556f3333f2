// Breaks the second implementation, one small change at a time, and lets the suite judge each of the broken servers.
// Started by MutationRun, from the folder above, where the sources are.

export default {
  // What the server is filled with, and the names of the readings, are no behaviour.
  mutate: ["*.mjs", "!seed.mjs", "!reading.mjs"],
  testRunner: "command",
  commandRunner: { command: "bash mutation/judged.sh" },
  plugins: ["./mutation/other-readings.mjs"],
  ignorers: ["other-readings"],
  checkers: [],
  coverageAnalysis: "off",
  concurrency: 2,
  // The suite waits for no server longer than it says itself; a slow machine must not count as a mutant caught.
  timeoutMS: 300_000,
  reporters: ["json", "progress-append-only"],
  jsonReporter: { fileName: process.env.MUTATION_REPORT ?? "mutation/report.json" },
  tempDirName: process.env.MUTATION_FOLDER ?? "mutation/sandbox",
  ignorePatterns: ["mutation/node_modules"],
  symlinkNodeModules: false,
  packageManager: "npm",
  allowEmpty: false,
  logLevel: "warn",
};
