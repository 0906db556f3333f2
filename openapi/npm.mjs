// Runs pinned programs from npm. Installs them first, but only when the lock file is newer than what is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';

/** Makes node_modules of that folder what its package-lock.json says. */
export function installed(folder) {
  const marker = path.join(folder, 'node_modules', '.package-lock.json');
  const lock = path.join(folder, 'package-lock.json');
  if (existsSync(marker) && statSync(marker).mtimeMs >= statSync(lock).mtimeMs) {
    return;
  }
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const run = spawnSync(npm, ['ci', '--no-progress', '--loglevel=error'], { cwd: folder, stdio: 'inherit' });
  if (run.status !== 0) {
    throw new Error(`npm ci failed in ${folder}.`);
  }
}

/** Runs a JavaScript file of an installed package; answers {status, stdout, stderr}. */
export function run(folder, script, ...options) {
  const file = path.join(folder, 'node_modules', script);
  return spawnSync(process.execPath, [file, ...options], { cwd: folder, encoding: 'utf8', maxBuffer: 64 << 20 });
}
