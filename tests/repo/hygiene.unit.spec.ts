import { committedFiles, isText, readRepoFile } from './files.ts';
import { isPersonalNumber } from './personalNumber.ts';

const files = committedFiles().filter((path) => isText(path) && path !== 'package-lock.json');

/** Specs are left out where they must hold what is refused. */
const product = files.filter((path) => !path.startsWith('tests/'));

/** Findings as `file:line: text`, so that the failing test says where to look. */
function linesWith(find: (line: string) => readonly string[], paths: readonly string[] = files): string[] {
  return paths.flatMap((path) =>
    readRepoFile(path)
      .split('\n')
      .flatMap((line, index) => find(line).map((found) => `${path}:${index + 1}: ${found}`)),
  );
}

const matches = (pattern: RegExp) => (line: string) => line.match(pattern) ?? [];

describe('what is committed', () => {
  it('is not about one machine: no absolute paths of a home or a workplace', () => {
    const folders = ['home', 'root', 'Users', 'work', 'tmp'].join('|');
    const posix = new RegExp(`(?<![\\w.})~:/-])/(?:${folders})/[\\w.]+`, 'g');
    const windows = /\b[A-Z]:\\{1,2}Users\\{1,2}\w+/g;
    expect(linesWith((line) => [...matches(posix)(line), ...matches(windows)(line)])).toEqual([]);
  });

  it('chains nothing to writeHead: restify changes it for the whole process, so that it returns nothing', () => {
    const chained = files
      .filter((path) => path.endsWith('.ts') && !path.startsWith('tests/repo/'))
      .filter((path) => /\.writeHead\((?:[^()]|\([^()]*\))*\)\s*\./.test(readRepoFile(path)));
    expect(chained).toEqual([]);
  });

  it('holds no Swedish personal numbers outside the specs of the rule that finds them', () => {
    const numbers = (line: string) =>
      matches(/(?<![\d.-])\d{6}(?:\d{2})?[-+]?\d{4}(?![\d.-])/g)(line).filter(isPersonalNumber);
    expect(linesWith(numbers, product)).toEqual([]);
  });

  it('holds no e-mail address that could be somebody’s', () => {
    const reserved =
      /@(?:[\w-]+\.)*(?:example(?:\.(?:com|org|net|se))?|test|invalid|localhost|tacv2|v2|skype)$/;
    const addresses = (line: string) =>
      matches(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g)(line).filter(
        (address) => !reserved.test(address) && !isPackage(address),
      );
    expect(linesWith(addresses, product)).toEqual([]);
  });

  it('holds no keys', () => {
    const key =
      /-----BEGIN [A-Z ]*PRIVATE KEY-----|\beyJ[\w-]{20,}\.eyJ[\w-]{20,}\.[\w-]{20,}|\bnpm_[A-Za-z0-9]{36}\b/g;
    expect(linesWith(matches(key), product)).toEqual([]);
  });

  it('leaves no work half done: no conflict marks, and a to-do names its issue', () => {
    const todo = /\b(?:TO(?:DO)|FIX(?:ME))\b(?!.*#\d)/g;
    expect(linesWith((line) => [...matches(/^(?:<{7}|>{7}) .*/g)(line), ...matches(todo)(line)])).toEqual([]);
  });

  it('has specs that some step runs', () => {
    const specs = committedFiles().filter((path) => /(?:\.|_)(?:spec|test)\.\w+$/.test(path));
    const known = /^tests\/.+\.(?:unit|int|e2e)\.spec\.tsx?$/;
    expect(specs.filter((path) => !known.test(path))).toEqual([]);
  });
});

/** `name@1.2.3` is a package, not an address. */
function isPackage(text: string): boolean {
  return /@\d+\.\d+\.\d+/.test(text);
}

describe('the search for personal numbers', () => {
  // Numbers of nobody: 00 is no month, and the other has a wrong check digit.
  it.each(['19000000-0000', '900101-0000'])('passes over %s', (text) =>
    expect(isPersonalNumber(text)).toBe(false),
  );

  it('finds one in each way of writing it', () => {
    const digits = ['19', '121212', '1212'];
    const written = [digits.join(''), `${digits[0]}${digits[1]}-${digits[2]}`, `${digits[1]}-${digits[2]}`];
    expect(written.map(isPersonalNumber)).toEqual([true, true, true]);
  });
});
