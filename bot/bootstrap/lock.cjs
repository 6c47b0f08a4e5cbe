'use strict';

const fs = require('fs');
const path = require('path');
const { ROOT } = require('./files.cjs');
const { say } = require('./say.cjs');

const LOCK = path.join(ROOT, '.artifacts', 'install.lock');
const HEARTBEAT_MS = 2000;
const STALE_MS = 20000;
const TRY_AGAIN_MS = 250;

/**
 * Does the work while no other command does it: two starts at once must not both change node_modules.
 * The lock is a folder, since making one either works or finds it there, also between processes. Its owner keeps
 * its time fresh; a folder that went cold was left by a killed command and is cleared away.
 */
async function holdingLock(work) {
  fs.mkdirSync(path.dirname(LOCK), { recursive: true });
  let told = false;
  while (!tryToTake()) {
    if (!told) say('Another command is installing the packages. Waiting for it to finish.');
    told = true;
    await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN_MS));
  }
  const heartbeat = setInterval(keepFresh, HEARTBEAT_MS);
  const release = () => {
    clearInterval(heartbeat);
    remove(LOCK);
  };
  process.once('exit', release);
  try {
    await work();
  } finally {
    process.removeListener('exit', release);
    release();
  }
}

function tryToTake() {
  try {
    fs.mkdirSync(LOCK);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  if (age(LOCK) >= STALE_MS) clearAway();
  return false;
}

/** Moves before it removes: if somebody took the lock anew in between, it is fresh and is put back. */
function clearAway() {
  const aside = LOCK + '.' + process.pid;
  try {
    fs.renameSync(LOCK, aside);
    if (age(aside) < STALE_MS) fs.renameSync(aside, LOCK);
    else remove(aside);
  } catch (_error) {
    // Another waiting command was quicker.
  }
}

function keepFresh() {
  try {
    fs.utimesSync(LOCK, new Date(), new Date());
  } catch (_error) {
    // Cleared away by hand: the work itself goes on.
  }
}

function age(folder) {
  try {
    return Date.now() - fs.statSync(folder).mtimeMs;
  } catch (_error) {
    return 0;
  }
}

function remove(folder) {
  try {
    fs.rmdirSync(folder);
  } catch (_error) {
    // Already gone.
  }
}

module.exports = { holdingLock };
