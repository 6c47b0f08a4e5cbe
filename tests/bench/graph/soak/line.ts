/** A straight line through points by least squares: how much `y` grows for one more of `x`. NaN for fewer than two. */
export function slopeOf(points: readonly { readonly x: number; readonly y: number }[]): number {
  const mean = (of: (point: { x: number; y: number }) => number) =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [x, y] = [mean((point) => point.x), mean((point) => point.y)];
  const [across, along] = points.reduce(
    ([a, b], point) => [a + (point.x - x) * (point.y - y), b + (point.x - x) ** 2],
    [0, 0],
  );
  return across / along;
}
