import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { FOLDER } from './appPackage.ts';

type Pixel = {
  readonly x: number;
  readonly y: number;
  readonly rgb: readonly number[];
  readonly alpha: number;
};

const read = (name: string): PNG => PNG.sync.read(readFileSync(join(FOLDER, name)));

function pixelsOf({ width, height, data }: PNG): Pixel[] {
  return Array.from({ length: width * height }, (_, index) => ({
    x: index % width,
    y: Math.floor(index / width),
    rgb: [...data.subarray(index * 4, index * 4 + 3)],
    alpha: data[index * 4 + 3] ?? 0,
  }));
}

describe('the icon in colour', () => {
  const icon = read('color.png');
  const pixels = pixelsOf(icon);

  it('is 192 × 192 and has no holes', () => {
    expect([icon.width, icon.height]).toEqual([192, 192]);
    expect(pixels.filter(({ alpha }) => alpha !== 255)).toEqual([]);
  });

  it('has one colour at the edge, that of the manifest, since Teams cuts the corners', () => {
    const edge = pixels.filter(({ x, y }) => x < 16 || y < 16 || x >= 176 || y >= 176);
    const colours = new Set(
      edge.map(({ rgb }) => rgb.map((part) => part.toString(16).padStart(2, '0')).join('')),
    );
    const { accentColor } = JSON.parse(readFileSync(join(FOLDER, 'manifest.json'), 'utf8')) as {
      accentColor: string;
    };
    expect([...colours]).toEqual([accentColor.slice(1).toLowerCase()]);
  });

  it('shows something in the middle', () =>
    expect(pixels.filter(({ rgb }) => rgb.join() === '255,255,255').length).toBeGreaterThan(2_000));
});

describe('the outline icon', () => {
  const icon = read('outline.png');
  const drawn = pixelsOf(icon).filter(({ alpha }) => alpha > 0);

  it('is 32 × 32, white on nothing', () => {
    expect([icon.width, icon.height]).toEqual([32, 32]);
    expect(drawn.filter(({ rgb }) => rgb.some((part) => part !== 255))).toEqual([]);
    expect(drawn.length).toBeLessThan(32 * 32 * 0.5);
    expect(drawn.filter(({ alpha }) => alpha === 255).length).toBeGreaterThan(100);
  });

  it('has no padding: the drawing reaches within two pixels of every edge', () => {
    const xs = drawn.map(({ x }) => x);
    const ys = drawn.map(({ y }) => y);
    expect(Math.max(Math.min(...xs), Math.min(...ys))).toBeLessThan(2);
    expect(Math.min(Math.max(...xs), Math.max(...ys))).toBeGreaterThanOrEqual(30);
  });
});
