'use strict';

const fs = require('fs');
const path = require('path');

const ROOT = path.resolve(__dirname, '..', '..');
const MODULES = path.join(ROOT, 'node_modules');
const LOCK_FILE = path.join(ROOT, 'package-lock.json');

/** @returns the text of a file, '' when it cannot be read. */
function readText(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch (_error) {
    return '';
  }
}

/** @returns the parsed file, undefined when it is missing or not JSON. */
function readJson(file) {
  try {
    return JSON.parse(readText(file));
  } catch (_error) {
    return undefined;
  }
}

module.exports = { LOCK_FILE, MODULES, ROOT, readJson, readText };
