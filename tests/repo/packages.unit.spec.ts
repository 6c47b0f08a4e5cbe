import { readRepoFile } from './files.ts';

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const KINDS = ['dependencies', 'devDependencies', 'optionalDependencies'] as const;
const manifest = JSON.parse(readRepoFile('package.json')) as Locked & { overrides?: Record<string, string> };
const lock = JSON.parse(readRepoFile('package-lock.json')) as { packages: Record<string, Locked> };
const locked = Object.entries(lock.packages).filter(([path]) => path !== '');

describe('packages', () => {
  it('are pinned to one version each', () => {
    const wanted = [...KINDS.map((kind) => manifest[kind]), manifest.overrides].flatMap((group) =>
      Object.entries(group ?? {}),
    );
    expect(wanted.length).toBeGreaterThan(30);
    expect(wanted.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });

  it.each(KINDS)('are the same in package.json and package-lock.json: %s', (kind) =>
    expect(lock.packages['']?.[kind]).toEqual(manifest[kind]),
  );

  it('are locked for every platform, so that npm ci works on Linux, macOS and Windows', () => {
    // Differs? A version was taken before all its platforms were published. Take an earlier one.
    const missing = locked.flatMap(([path, entry]) =>
      Object.keys(entry.optionalDependencies ?? {})
        .filter(
          (name) => !lock.packages[`node_modules/${name}`] && !lock.packages[`${path}/node_modules/${name}`],
        )
        .map((name) => `${path} needs ${name}`),
    );
    expect(missing).toEqual([]);
  });

  it('come from whatever registry npm is set to, and prove themselves by checksum', () => {
    // A host stands here? Keep omit-lockfile-registry-resolved=true in .npmrc and run npm install again.
    expect(locked.filter(([, entry]) => entry.resolved).map(([path]) => path)).toEqual([]);
    expect(locked.filter(([, entry]) => !entry.integrity).map(([path]) => path)).toEqual([]);
  });
});
