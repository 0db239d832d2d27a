import react from '@vitejs/plugin-react';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { defineConfig } from 'vite';

/** Writes `<file>.br` beside each file that compresses, so that the gateway compresses nothing at run time. */
const compressed = {
  name: 'compressed',
  apply: 'build',
  // After everything is written: Vite changes its chunks until then.
  writeBundle({ dir }, bundle) {
    for (const name of Object.keys(bundle).filter((file) => /\.(js|css|svg)$/.test(file))) {
      const path = join(dir, name);
      writeFileSync(`${path}.br`, brotliCompressSync(readFileSync(path)));
    }
  },
};

/** Lays the operations beside the page, as the list by which the gateway plans them at its start. */
const operations = {
  name: 'operations',
  apply: 'build',
  generateBundle() {
    const source = readFileSync(
      new URL('src/graph/generated/persisted-documents.json', import.meta.url),
      'utf8',
    );
    this.emitFile({ type: 'asset', fileName: 'operations.json', source });
  },
};

export default defineConfig({
  plugins: [react(), compressed, operations],
  // A data: address in a style or script would need a wider content security policy.
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
  },
  worker: { format: 'es' },
  server: { proxy: { '/graphql': 'http://127.0.0.1:4000', '/console.json': 'http://127.0.0.1:4000' } },
});
