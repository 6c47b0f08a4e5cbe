/**
 * The first script behind every npm command: `node bot/bootstrap.cjs [options of Node…] <entry.ts> [arguments…]`.
 *
 * It installs the packages when they are missing or do not match package-lock.json, finds a Node that can run
 * our TypeScript (24 or later; npm brings one for this platform) and hands over to the entry file.
 * Exit code: that of the entry file, 128 + signal number when a signal ended it, 1 when it could not be started.
 *
 * Plain CommonJS in the syntax of Node 12, since it must run on whatever Node the machine happens to have.
 * Source: docs/adr/0002-node-24-brought-by-npm.md
 */
'use strict';

const childProcess = require('child_process');
const os = require('os');
const path = require('path');
const { MODULES, ROOT } = require('./bootstrap/files.cjs');
const { installPackages } = require('./bootstrap/install.cjs');
const { holdingLock } = require('./bootstrap/lock.cjs');
const { reasonToInstall } = require('./bootstrap/packages.cjs');
const { explainRuntime, findRuntime } = require('./bootstrap/runtime.cjs');
const { fail } = require('./bootstrap/say.cjs');
const { forwardSignals } = require('./bootstrap/signals.cjs');

main().catch((error) => fail([String((error && error.stack) || error)]));

async function main() {
  const given = process.argv.slice(2);
  const at = given.findIndex((word) => !word.startsWith('--'));
  if (at < 0) fail(['Usage: node bot/bootstrap.cjs [options of Node…] <entry.ts> [arguments…]']);
  if (reasonToInstall()) await holdingLock(installUnlessDone);
  const runtime = findRuntime();
  if (!runtime.file) fail(explainRuntime(runtime.tried));
  handOver(runtime.file, given.slice(0, at), given[at], given.slice(at + 1));
}

/** Asks again once the lock is held: the command that held it before us has probably done the work. */
async function installUnlessDone() {
  const reason = reasonToInstall();
  if (reason) await installPackages(reason);
}

/** Node keeps what it has compiled, types stripped, beside the packages: the next start is faster. */
function handOver(runtime, options, entry, args) {
  const child = childProcess.spawn(runtime, options.concat(path.resolve(ROOT, entry), args), {
    cwd: ROOT,
    env: Object.assign({ NODE_COMPILE_CACHE: path.join(MODULES, '.cache', 'node') }, process.env),
    stdio: 'inherit',
  });
  forwardSignals(child);
  child.on('error', (error) => fail(['Could not start ' + runtime + ': ' + error.message]));
  child.on('exit', (code, signal) => process.exit(signal ? 128 + os.constants.signals[signal] : code));
}
