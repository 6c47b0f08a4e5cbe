'use strict';

const childProcess = require('child_process');
const fs = require('fs');
const path = require('path');
const { LOCK_FILE, MODULES, ROOT, readJson } = require('./files.cjs');

const OLDEST_NODE = 24;

/**
 * Finds a Node that is new enough: the one running now, else the one npm brought for this platform.
 * @returns {{file?: string, tried: string[]}} without `file`, `tried` says what was found instead.
 */
function findRuntime() {
  if (major(process.versions.node) >= OLDEST_NODE) return { file: process.execPath, tried: [] };
  const tried = ['this is Node ' + process.versions.node];
  for (const file of broughtByNpm()) {
    const answer = childProcess.spawnSync(file, ['--version'], { encoding: 'utf8' });
    if (!answer.error && major(answer.stdout) >= OLDEST_NODE) return { file: file, tried: tried };
    const said = answer.error ? answer.error.message : (answer.stdout + answer.stderr).trim();
    tried.push(path.relative(ROOT, file) + ' says "' + said.split('\n')[0] + '"');
  }
  return { tried: tried };
}

/** The packages that hold nothing but a Node for one platform; npm installs only the one that fits the machine. */
function broughtByNpm() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const optional = readJson(LOCK_FILE).packages[''].optionalDependencies || {};
  return Object.keys(optional)
    .filter((pkg) => /^node-/.test(pkg))
    .map((pkg) => path.join(MODULES, pkg, 'bin', name))
    .filter((file) => fs.existsSync(file));
}

function explainRuntime(tried) {
  return [
    'Färdplan needs Node ' + OLDEST_NODE + ' or later and found none: ' + tried.join('; ') + '.',
    'npm brings one for Linux and macOS (x64, arm64) and Windows (x64). This is ' +
      [process.platform, process.arch].join(' ') +
      '.',
    'If it should be among those, remove the folder node_modules and run the same command again.',
    'Otherwise install Node ' + OLDEST_NODE + ' from https://nodejs.org first.',
  ];
}

function major(version) {
  return parseInt(String(version).replace(/^\s*v/, ''), 10) || 0;
}

module.exports = { explainRuntime, findRuntime };
