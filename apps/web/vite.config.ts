import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig, type Plugin } from 'vite';

/** A .br beside each text asset: the api serves it as it is instead of compressing on every request. */
function brotliFiles(): Plugin {
  let folder = '';
  return {
    name: 'lianban-brotli-files',
    apply: 'build',
    configResolved(config) {
      folder = join(config.root, config.build.outDir, 'assets');
    },
    async closeBundle() {
      for (const name of await readdir(folder)) {
        if (!/\.(js|css|svg)$/.test(name)) continue;
        const text = await readFile(join(folder, name));
        const params = {
          [constants.BROTLI_PARAM_QUALITY]: 11,
          [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
        };
        await writeFile(join(folder, `${name}.br`), brotliCompressSync(text, { params }));
      }
    },
  };
}

export default defineConfig({
  plugins: [react(), brotliFiles()],
  resolve: { conditions: ['source', ...defaultClientConditions] },
  // The api puts a fresh nonce in place of this word on every page it serves.
  html: { cspNonce: '__CSP_NONCE__' },
  build: { manifest: true, target: 'es2022', assetsInlineLimit: 0, chunkSizeWarningLimit: 900 },
  server: {
    port: 5173,
    proxy: { '/api': { target: process.env['LIANBAN_API'] ?? 'http://127.0.0.1:8080' } },
  },
});
