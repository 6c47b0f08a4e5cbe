import { parseArgs } from 'node:util';
import { findPersona, type Persona } from './personas.ts';

export type LocalOptions = {
  /** Without the twelve proposals. */
  readonly empty: boolean;
  /** Playgrounds besides the three that always start. */
  readonly personas: readonly Persona[];
  readonly port: number;
  readonly playground: boolean;
  readonly data: string;
};

export type ReadOptions =
  | { readonly options: LocalOptions }
  | { readonly help: string }
  | { readonly problem: string };

export const DEFAULT_PORT = 3978;

const HELP = `npm start -- [val]

  --empty            börja utan de tolv exempelförslagen (organisationen finns kvar)
  --persona <vem>    en chatt till, t.ex. --persona digitaliseringschef; kan upprepas
  --port <nummer>    serverns port, annars ${DEFAULT_PORT}
  --no-playground    bara servern och fliken, inga chattfönster
  --data <mapp>      var data sparas, annars .data
  --help             den här texten

Börja om från början: npm run reset`;

/** Reads what stands after `npm start --`. A wrong option is answered with what is wrong and what there is. */
export function readOptions(args: readonly string[]): ReadOptions {
  const read = parse(args);
  if ('problem' in read) return read;
  if (read.values.help) return { help: HELP };
  const { empty, playground, data, port: portText, persona: wanted } = read.values;
  const port = Number(portText);
  if (!/^\d{1,5}$/.test(portText) || port < 1 || port > 65_535)
    return { problem: `--port ska vara ett tal mellan 1 och 65535, inte ${portText}.` };
  const personas: Persona[] = [];
  for (const text of wanted) {
    const found = findPersona(text);
    if ('candidates' in found) return { problem: unknownPersona(text, found.candidates) };
    personas.push(found.persona);
  }
  return { options: { empty, personas, port, playground, data } };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowNegative: true,
      options: {
        empty: { type: 'boolean', default: false },
        persona: { type: 'string', multiple: true, default: [] },
        port: { type: 'string', default: String(DEFAULT_PORT) },
        playground: { type: 'boolean', default: true },
        data: { type: 'string', default: '.data' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    return { problem: `${error instanceof Error ? error.message : error}\n\n${HELP}` };
  }
}

const unknownPersona = (text: string, candidates: readonly Persona[]): string =>
  candidates.length === 0
    ? `Ingen i Ekhamra heter ${text}. Prova till exempel --persona digitaliseringschef.`
    : `${text} kan vara flera:\n${candidates.map(({ alias, name }) => `  ${alias}  (${name})`).join('\n')}`;
