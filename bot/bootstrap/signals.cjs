'use strict';

const SAME_SIGNAL_MS = 1000;

/**
 * Passes signals on to the child and lets it end in its own time. Ctrl-C in a terminal reaches the child directly
 * and npm repeats it to us: passing it on there too would make one Ctrl-C look like three.
 * @returns a function that stops the forwarding.
 */
function forwardSignals(child) {
  const last = {};
  const forward = (signal) => {
    const repeated = Date.now() - (last[signal] || 0) < SAME_SIGNAL_MS;
    last[signal] = Date.now();
    const sentByTerminal = signal === 'SIGINT' && process.stdin.isTTY;
    if (!repeated && !sentByTerminal) child.kill(signal);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, forward);
  return () => {
    for (const signal of signals) process.removeListener(signal, forward);
  };
}

module.exports = { forwardSignals };
