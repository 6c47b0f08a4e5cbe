import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { pageFiles } from './pageFiles.ts';
import { precompress } from './precompress.ts';

const root = import.meta.dirname;

export default defineConfig({
  root,
  base: '/tab/',
  plugins: [react(), pageFiles(), precompress()],
  build: {
    outDir: resolve(root, 'dist'),
    emptyOutDir: true,
    target: 'es2023',
    // Teams shows the tab in a frame of its own; the first page is one request deep.
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
    reportCompressedSize: false,
  },
  // Beside the server during development.
  server: { proxy: { '/api': process.env.FARDPLAN_API ?? 'http://127.0.0.1:3978' } },
});
