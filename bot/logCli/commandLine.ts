import { parseArgs } from 'node:util';
import { type Anchor, parseAnchor } from './anchor.ts';

/** `data` is the folder that was named, undefined for none. */
type Place = { readonly data: string | undefined };

export type Command =
  | (Place & { readonly name: 'verify'; readonly anchor?: Anchor | undefined })
  | (Place & { readonly name: 'show'; readonly id: string })
  | (Place & { readonly name: 'export'; readonly out?: string | undefined })
  | (Place & { readonly name: 'restore'; readonly file: string })
  | { readonly name: 'help' };

export const USAGE = `Looks into the event log; only restore writes, and only into an empty log.

  npm run log -- verify [--anchor TEXT]   walks every chain; names the first broken row of each stream
  npm run log -- show ID                  the rows of a stream, or of a case such as VOF-2026-0012
  npm run log -- export [--out FILE]      all rows as JSON lines, to stdout or a new file
  npm run log -- restore FILE             writes an export into an empty log; run again, it goes on

  --data DIR      the data folder. Without it: the SharePoint site that the FARDPLAN_ settings name, else .data
  --anchor TEXT   the anchor an earlier verify printed: shows whether anything up to it was changed or deleted

To pipe it, keep npm's own lines out: npm run --silent log -- export | …
`;

/** What the words mean. @throws Error with a sentence for the user. */
export function parseCommandLine(args: readonly string[]): Command {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      data: { type: 'string' },
      out: { type: 'string' },
      anchor: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) return { name: 'help' };
  const { data, out } = values;
  const [name, what, ...rest] = positionals;
  if (name === 'show' && what !== undefined && rest.length === 0) return { name, data, id: what };
  if (name === 'restore' && what !== undefined && rest.length === 0) return { name, data, file: what };
  if (name === 'export' && what === undefined) return { name, data, out };
  if (name === 'verify' && what === undefined) return { name, data, anchor: anchorOf(values.anchor) };
  throw new Error(
    name ? `Cannot read: ${positionals.join(' ')}` : 'Say what to do: verify, show, export or restore',
  );
}

function anchorOf(text: string | undefined): Anchor | undefined {
  if (text === undefined) return undefined;
  const anchor = parseAnchor(text);
  if (!anchor) throw new Error('--anchor takes what verify printed after "Anchor": POSITION:DIGEST');
  return anchor;
}
