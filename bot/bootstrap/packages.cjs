'use strict';

const crypto = require('crypto');
const fs = require('fs');
const path = require('path');
const { LOCK_FILE, MODULES, readJson, readText } = require('./files.cjs');
const { fail } = require('./say.cjs');

const STAMP = path.join(MODULES, '.fardplan-installed');

/**
 * Why an install is needed, in plain words, or '' when node_modules already is what package-lock.json says.
 * Compares with the list npm itself writes when an install has gone through, so a manual `npm ci` counts too.
 */
function reasonToInstall() {
  const wanted = readJson(LOCK_FILE);
  if (!wanted)
    fail(['package-lock.json is missing or damaged. Fetch it again: git checkout package-lock.json']);
  const present = readJson(path.join(MODULES, '.package-lock.json'));
  if (!present) return 'they are not installed yet';

  const names = Object.keys(wanted.packages).filter(Boolean);
  const differs = (name) => {
    const here = present.packages[name];
    const there = wanted.packages[name];
    return !here || here.version !== there.version || here.integrity !== there.integrity;
  };
  const optional = (name) => Boolean(wanted.packages[name].optional || wanted.packages[name].devOptional);
  if (names.some((name) => !optional(name) && differs(name))) return 'package-lock.json has changed';

  // An optional package may be absent for good reasons: it is asked for once, then left in peace.
  if (readText(STAMP) === stamp()) return '';
  const missing = (name) => optional(name) && isForThisMachine(wanted.packages[name]) && differs(name);
  if (names.some(missing)) return 'parts for this platform are missing';
  writeStamp();
  return '';
}

/** Remembers that this lock file was installed here, for this platform. */
function writeStamp() {
  try {
    fs.writeFileSync(STAMP, stamp());
  } catch (_error) {
    // A read-only checkout: the comparison is simply made again next time.
  }
}

function stamp() {
  const digest = crypto.createHash('sha256').update(readText(LOCK_FILE)).digest('hex');
  return [digest, process.platform, process.arch].join(' ');
}

/** Packages that also ask for a C library (`libc`) are left out: which one is meant cannot be seen from here. */
function isForThisMachine(entry) {
  if (!entry.os || !entry.cpu || entry.libc) return false;
  return [].concat(entry.os).includes(process.platform) && [].concat(entry.cpu).includes(process.arch);
}

module.exports = { reasonToInstall, writeStamp };
