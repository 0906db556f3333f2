// Loaded before the server: lets it start and be filled as it is, and breaks it when it listens. For mutants with which it
// cannot be filled, since that goes through the same code as the requests.

globalThis.__stryker__ = { activeMutant: "none" };
const { log } = console;
console.log = (line) => {
  globalThis.__stryker__.activeMutant = process.env.MUTANT_WHEN_FILLED;
  log(line);
};
