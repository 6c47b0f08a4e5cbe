import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { PackageSettings } from '../../manifest/packaging/settings.ts';

export const FOLDER = resolve(import.meta.dirname, '../../manifest');

export const SETTINGS: PackageSettings = {
  TEAMS_APP_ID: '11111111-1111-4111-8111-111111111111',
  BOT_ID: '22222222-2222-4222-8222-222222222222',
  TAB_APP_ID: '33333333-3333-4333-8333-333333333333',
  BOT_DOMAIN: 'fardplan.ekhamra.example',
  MUNICIPALITY_NAME: 'Ekhamra kommun',
  SUPPORT_URL: 'https://www.ekhamra.example/fardplan',
  PRIVACY_URL: 'https://www.ekhamra.example/fardplan/personuppgifter',
  TERMS_URL: 'https://www.ekhamra.example/fardplan/villkor',
  APP_NAME_SUFFIX: '',
};

export const template = (name: string): string => readFileSync(join(FOLDER, name), 'utf8');

export type Command = { readonly title: string; readonly description: string };

/** The parts of the manifest that specs ask about. */
export type Manifest = {
  readonly id: string;
  readonly name: { readonly short: string };
  readonly description: { readonly short: string; readonly full: string };
  readonly developer: Readonly<Record<string, string>>;
  readonly localizationInfo: {
    readonly defaultLanguageTag: string;
    readonly additionalLanguages: readonly { readonly languageTag: string; readonly file: string }[];
  };
  readonly staticTabs: readonly {
    readonly entityId: string;
    readonly contentUrl?: string;
    readonly scopes: readonly string[];
  }[];
  readonly bots: readonly {
    readonly botId: string;
    readonly scopes: readonly string[];
    readonly commandLists: readonly {
      readonly scopes: readonly string[];
      readonly commands: readonly Command[];
    }[];
  }[];
  readonly composeExtensions: readonly {
    readonly botId: string;
    readonly commands: readonly {
      readonly id: string;
      readonly type: string;
      readonly context: readonly string[];
      readonly title: string;
      readonly initialRun?: boolean;
      readonly fetchTask?: boolean;
    }[];
  }[];
  readonly webApplicationInfo: { readonly id: string; readonly resource: string };
  readonly validDomains: readonly string[];
};
