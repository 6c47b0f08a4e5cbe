'use strict';

/** One plain line to the person who waits. */
function say(line) {
  process.stdout.write(line + '\n');
}

/** What is wrong and what to do, then exit code 1. */
function fail(lines) {
  process.stderr.write('\n' + lines.join('\n') + '\n');
  process.exit(1);
}

module.exports = { fail, say };
