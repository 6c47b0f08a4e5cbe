/**
 * Loaded into a Playground before its own code. It would listen on every network address, so that anybody nearby
 * could write as the persona: here it is kept to this machine. It also ends when the process that started it is gone,
 * however that ended.
 */
'use strict';

const { Server } = require('node:net');

const listen = Server.prototype.listen;
Server.prototype.listen = function listenHere(first, ...rest) {
  return typeof first === 'number' && typeof rest[0] !== 'string'
    ? listen.call(this, first, '127.0.0.1', ...rest)
    : listen.call(this, first, ...rest);
};

process.on('disconnect', () => process.exit(0));
