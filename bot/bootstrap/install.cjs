'use strict';

const childProcess = require('child_process');
const fs = require('fs');
const os = require('os');
const path = require('path');
const { ROOT } = require('./files.cjs');
const { writeStamp } = require('./packages.cjs');
const { fail, say } = require('./say.cjs');
const { forwardSignals } = require('./signals.cjs');

const PROGRESS_MS = 10000;

/**
 * Development tools are part of both commands, so NODE_ENV=production or omit=dev must not leave them out.
 * No package needs to run a script of its own to work here, so none may: no compiler is asked for.
 */
const NPM_CI = ['ci', '--include=dev', '--include=optional', '--ignore-scripts', '--no-audit', '--no-fund'];

/** What npm's own words mean for the person in front of the screen; the first that fits is shown. */
const EXPLANATIONS = [
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH/,
    'npm could not reach its package registry. Check the network and, behind a proxy, npm config get proxy.',
  ],
  [
    /SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|CERT_/,
    'The network inspects encrypted traffic. Tell npm which certificate to trust: npm config set cafile <file>.',
  ],
  [/ENOSPC/, 'The disk is full; about 1 GB is needed.'],
  [/EUSAGE|in sync/, 'package.json and package-lock.json differ. Run npm install and commit both.'],
  [
    /EACCES|EPERM|EROFS|EBUSY/,
    'A file could not be changed. Stop other commands that use node_modules, or remove that folder.',
  ],
  [/npm ENOENT|not recognized|not found/, 'npm itself was not found. It comes with Node: https://nodejs.org'],
];

/** Runs `npm ci` and tells how it goes. Ends the whole process with an explanation when it fails. */
function installPackages(reason) {
  say('Installing the packages Färdplan needs: ' + reason + '.');
  say('It takes one to three minutes and 1 GB of disk, and is done again only when they change.');
  const started = Date.now();
  const npm = npmCommand(NPM_CI.concat('--loglevel=error'));
  const child = childProcess.spawn(npm.file, npm.args, {
    cwd: ROOT,
    shell: npm.shell,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let complaint = '';
  child.stdout.on('data', (chunk) => process.stdout.write(chunk));
  child.stderr.on('data', (chunk) => {
    process.stderr.write(chunk);
    complaint = (complaint + chunk).slice(-20000);
  });
  const progress = setInterval(() => say('  still installing, ' + seconds(started)), PROGRESS_MS);
  const stopForwarding = forwardSignals(child);
  return new Promise((resolve) => {
    child.on('error', (error) => fail(explain(error.message)));
    child.on('close', (code, signal) => {
      clearInterval(progress);
      stopForwarding();
      if (signal) process.exit(128 + os.constants.signals[signal]);
      if (code !== 0) fail(explain(complaint));
      writeStamp();
      say('The packages are in place after ' + seconds(started) + '.');
      resolve();
    });
  });
}

/** npm is a script: started by this same Node where its path is known, else by name. */
function npmCommand(args) {
  const beside = path.dirname(process.execPath);
  const script = [
    process.env.npm_execpath,
    path.join(beside, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    path.join(beside, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ].find((candidate) => candidate && path.basename(candidate) === 'npm-cli.js' && fs.existsSync(candidate));
  if (script) return { file: process.execPath, args: [script].concat(args), shell: false };
  return { file: 'npm', args: args, shell: process.platform === 'win32' };
}

function explain(complaint) {
  const known = EXPLANATIONS.find((entry) => entry[0].test(complaint));
  return ['The packages could not be installed; what npm said is above.']
    .concat(known ? [known[1]] : [])
    .concat(['Then run the same command again; nothing is lost.']);
}

function seconds(since) {
  return Math.round((Date.now() - since) / 1000) + ' s';
}

module.exports = { installPackages };
