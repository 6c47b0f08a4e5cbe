import type { GriffelStyle } from '@fluentui/react-components';

/** Paths of 16 × 16 from Fluent UI System Icons (MIT): CheckmarkCircle, Warning and Diamond filled, ClockAlarm regular. */
const PATHS = {
  check:
    'M1 8a7 7 0 1 1 14 0A7 7 0 0 1 1 8m9.85-1.15a.5.5 0 0 0-.7-.7l-2.9 2.9-1.4-1.4a.5.5 0 1 0-.7.7L6.9 10.1c.2.2.5.2.7 0z',
  triangle:
    'M5.82 2.28a2.5 2.5 0 0 1 4.36 0l4.5 8A2.5 2.5 0 0 1 12.5 14h-9a2.5 2.5 0 0 1-2.18-3.72zM8 9.5A.75.75 0 1 0 8 11a.75.75 0 0 0 0-1.5M8 5a.5.5 0 0 0-.5.5V8a.5.5 0 0 0 1 0V5.5A.5.5 0 0 0 8 5',
  diamond:
    'M6.23 1.23a2.5 2.5 0 0 1 3.54 0l5 5a2.5 2.5 0 0 1 0 3.54l-5 5a2.5 2.5 0 0 1-3.54 0l-5-5a2.5 2.5 0 0 1 0-3.54z',
  clock:
    'M8 6a.5.5 0 1 0-1 0v3c0 .28.22.5.5.5h2a.5.5 0 1 0 0-1H8zM2 4.5a2.5 2.5 0 0 1 4.62-1.33 5.5 5.5 0 0 1 2.76 0 2.5 2.5 0 1 1 3.72 3.25 5.5 5.5 0 0 1-.87 5.6l1.12 1.13a.5.5 0 0 1-.7.7l-1.13-1.12a5.5 5.5 0 0 1-7.04 0l-1.13 1.12a.5.5 0 1 1-.7-.7l1.12-1.13a5.5 5.5 0 0 1-.87-5.6A2.5 2.5 0 0 1 2 4.5M4.5 3a1.5 1.5 0 0 0-1.11 2.5 5.5 5.5 0 0 1 2.25-1.97A1.5 1.5 0 0 0 4.5 3m5.86.53c.92.44 1.7 1.12 2.25 1.97q.37-.4.39-1a1.5 1.5 0 0 0-2.64-.97M8 4a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9',
} as const;

/**
 * Styles of a `::before` that shows an icon in a colour. A table of marks is drawn with one element for each instead of
 * three and no component for the icon. It is kept in print and in the high contrast of Windows, where the colour of a
 * background is otherwise lost.
 */
export function shape(name: keyof typeof PATHS, color: string): GriffelStyle {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path d="${PATHS[name]}"/></svg>`;
  return {
    content: '""',
    display: 'inline-block',
    flexShrink: 0,
    width: '16px',
    height: '16px',
    backgroundColor: color,
    maskImage: `url("data:image/svg+xml,${encodeURIComponent(svg)}")`,
    maskSize: 'contain',
    printColorAdjust: 'exact',
    '@media (forced-colors: active)': { forcedColorAdjust: 'none', backgroundColor: 'CanvasText' },
  };
}
