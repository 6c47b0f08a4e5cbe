import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './browser.ts';

describe('finding a browser', () => {
  let folder = '';
  const program = (name: string) => {
    const file = join(folder, name);
    writeFileSync(file, '#!/bin/sh\n');
    chmodSync(file, 0o755);
    return file;
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'fardplan-browser-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('takes the one that CHROME_PATH names', () => {
    const own = program('my-browser');
    expect(findBrowser({ CHROME_PATH: own, PATH: '' })).toBe(own);
  });

  it('does not pass over a CHROME_PATH that is wrong', () => {
    program('chromium');
    expect(findBrowser({ CHROME_PATH: join(folder, 'nothing'), PATH: folder })).toBeUndefined();
  });

  it('looks along the search path', () => {
    const chrome = program('chromium');
    expect(findBrowser({ PATH: folder })).toBe(chrome);
  });
});
