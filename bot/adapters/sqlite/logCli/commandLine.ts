import { parseArgs } from 'node:util';
import { type Anchor, parseAnchor } from './anchor.ts';

export type Command =
  | { readonly name: 'verify'; readonly data: string; readonly anchor?: Anchor | undefined }
  | { readonly name: 'show'; readonly data: string; readonly id: string }
  | { readonly name: 'export'; readonly data: string; readonly out?: string | undefined }
  | { readonly name: 'help' };

export const USAGE = `Looks into the event log; changes nothing.

  npm run log -- verify [--anchor TEXT]   walks every chain; names the first broken row of each stream
  npm run log -- show ID                  the rows of a stream, or of a case such as VOF-2026-0012
  npm run log -- export [--out FILE]      all rows as JSON lines, to stdout or a new file

  --data DIR      the data folder, default .data
  --anchor TEXT   the anchor an earlier verify printed: shows whether anything up to it was changed or deleted

To pipe it, keep npm's own lines out: npm run --silent log -- export | …
`;

/** What the words mean. @throws Error with a sentence for the user. */
export function parseCommandLine(args: readonly string[]): Command {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      data: { type: 'string', default: '.data' },
      out: { type: 'string' },
      anchor: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) return { name: 'help' };
  const { data, out } = values;
  const [name, id, ...rest] = positionals;
  if (name === 'show' && id !== undefined && rest.length === 0) return { name, data, id };
  if (name === 'export' && id === undefined) return { name, data, out };
  if (name === 'verify' && id === undefined) return { name, data, anchor: anchorOf(values.anchor) };
  throw new Error(name ? `Cannot read: ${positionals.join(' ')}` : 'Say what to do: verify, show or export');
}

function anchorOf(text: string | undefined): Anchor | undefined {
  if (text === undefined) return undefined;
  const anchor = parseAnchor(text);
  if (!anchor) throw new Error('--anchor takes what verify printed after "Anchor": POSITION:DIGEST');
  return anchor;
}
