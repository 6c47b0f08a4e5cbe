import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build, type Rolldown } from 'vite';

const ENTRY = fileURLToPath(new URL('./plainTable.tsx', import.meta.url));

/** The yardstick's page, built for production in memory. @returns one script, all that the page needs. */
export async function buildPlain(): Promise<string> {
  // Otherwise React would be its slow self.
  process.env.NODE_ENV = 'production';
  const built = (await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [react()],
    build: { write: false, target: 'es2023', rolldownOptions: { input: ENTRY } },
  })) as Rolldown.RolldownOutput;
  return built.output[0].code;
}
