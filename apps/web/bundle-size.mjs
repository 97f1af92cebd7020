/**
 * What a browser must load before the first screen: the entry and everything it imports statically.
 * Prints its brotli size and fails above the budget, so that growth is decided and not discovered.
 */
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';

const budget = 180 * 1024;
const dist = new URL('./dist/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'));

const initial = new Set();
const visit = (key) => {
  const chunk = manifest[key];
  if (chunk === undefined || initial.has(chunk.file)) return;
  initial.add(chunk.file);
  chunk.imports?.forEach(visit);
};
Object.entries(manifest).forEach(([key, chunk]) => chunk.isEntry && visit(key));

const brotli = (file) => brotliCompressSync(readFileSync(new URL(file, dist))).length;
const sizes = [...initial].map((file) => [file, brotli(file)]).toSorted((a, b) => b[1] - a[1]);
for (const [file, size] of sizes) console.log(`${String(size).padStart(8)}  ${file}`);
const total = sizes.reduce((sum, [, size]) => sum + size, 0);
console.log(`${String(total).padStart(8)}  initial JavaScript, brotli bytes (budget ${budget})`);
if (initial.size === 0 || total > budget) process.exitCode = 1;
