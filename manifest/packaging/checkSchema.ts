import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Ajv, { type ValidateFunction } from 'ajv-draft-04';
import addFormats from 'ajv-formats';

/** Microsoft's own schemas of version 1.30, from the package, so that nothing is fetched. */
const SCHEMAS = {
  manifest: '@microsoft/app-manifest/build/json-schemas/teams/v1.30/MicrosoftTeams.schema.json',
  localisation:
    '@microsoft/app-manifest/build/json-schemas/teams/v1.30/MicrosoftTeams.Localization.schema.json',
} as const;

const validators = new Map<keyof typeof SCHEMAS, ValidateFunction>();

/** Every place where a document breaks the schema, as `path: rule`; none when it is valid. */
export function checkSchema(kind: keyof typeof SCHEMAS, document: unknown): string[] {
  const validate = validators.get(kind) ?? compile(kind);
  validators.set(kind, validate);
  if (validate(document)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath || '/'}: ${message} ${JSON.stringify(params)}`,
  );
}

function compile(kind: keyof typeof SCHEMAS): ValidateFunction {
  const file = createRequire(import.meta.url).resolve(SCHEMAS[kind]);
  // Two of Microsoft's own `default` values are of the wrong type, which strict mode would not forgive.
  const ajv = addFormats.default(new Ajv({ allErrors: true, strict: false, unicodeRegExp: false }));
  return ajv.compile(JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, '')));
}
