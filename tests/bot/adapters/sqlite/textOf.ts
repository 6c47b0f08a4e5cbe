import { Writable } from 'node:stream';

/** A stream that keeps what is written to it. */
export function textOf() {
  const parts: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      parts.push(String(chunk));
      done();
    },
  });
  return { stream, text: () => parts.join(''), lines: () => parts.join('').split('\n').filter(Boolean) };
}
