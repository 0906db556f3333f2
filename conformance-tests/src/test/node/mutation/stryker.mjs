// Runs the pinned Stryker on the server in the folder above, with these options; installs it when it is not there.

import { spawnSync } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { installed } from "../../../../../openapi/npm.mjs";

const folder = path.dirname(fileURLToPath(import.meta.url));
installed(folder);
const tool = path.join(folder, "node_modules/@stryker-mutator/core/bin/stryker.js");
const options = ["run", "mutation/stryker.config.mjs", ...process.argv.slice(2)];
const cwd = path.dirname(folder);
process.exit(spawnSync(process.execPath, [tool, ...options], { cwd, stdio: "inherit" }).status ?? 1);
