import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fields } from '../../../../bot/teams/inbound/values.ts';

export const TENANT = '7b1f3c52-8f0e-4d3b-9a55-2f6f0c1d4e10';
export const APP = 'c2a6e9d4-5b7f-4c1e-8a3d-91e0f7b6a254';
export const EMPLOYEE = '4d0c7a1e-3b52-4f8d-9c66-0a7be1d2f301';
export const MANAGER = '9f3e5b20-77c4-4a19-b1d8-5c2e6a904f12';
export const COACH = 'e81d2c47-0f6a-4b93-8d15-73b9c4a6e520';
export const CHANNEL = '19:3f0c8a1b2d4e4f5a9b6c7d8e9f001122@thread.tacv2';
export const NOW = '2026-03-02T08:15:30.000Z';

/** A recorded activity by file name, with some of it changed; `undefined` takes a field away. */
export function activity(name: string, changes: Record<string, unknown> = {}): Fields {
  const recorded = JSON.parse(
    readFileSync(join(import.meta.dirname, '..', 'activities', `${name}.json`), 'utf8'),
  ) as Fields;
  return JSON.parse(JSON.stringify({ ...recorded, ...changes })) as Fields;
}
