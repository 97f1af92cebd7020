/**
 * What a browser must load before the first screen: the entry, everything it imports statically, and the texts of one
 * language (the larger one counts). Prints its brotli size and fails above the budget, so that growth is decided and
 * not discovered.
 */
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';

const budget = 180 * 1024;
const texts = [
  ['src/i18n/zh/index.ts', 'antd/es/locale/zh_CN.js'],
  ['src/i18n/en/index.ts', 'antd/es/locale/en_US.js'],
];
const dist = new URL('./dist/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'));
const keys = Object.keys(manifest);

const sizes = new Map();
const sizeOf = (file) => {
  if (!sizes.has(file)) sizes.set(file, brotliCompressSync(readFileSync(new URL(file, dist))).length);
  return sizes.get(file);
};

/** The files of these chunks and of all they import statically. */
const load = (roots) => {
  const files = new Set();
  const visit = (key) => {
    const chunk = manifest[key];
    if (chunk === undefined || files.has(chunk.file)) return;
    files.add(chunk.file);
    chunk.imports?.forEach(visit);
  };
  roots.forEach(visit);
  return [...files].toSorted((a, b) => sizeOf(b) - sizeOf(a));
};
const sum = (files) => files.reduce((total, file) => total + sizeOf(file), 0);

const entries = keys.filter((key) => manifest[key].isEntry);
const languages = texts.map((endings) => endings.map((ending) => keys.find((key) => key.endsWith(ending))));
if (entries.length === 0 || languages.flat().includes(undefined))
  throw new Error('the manifest of the build lacks the entry or the texts of a language');
const [files] = languages
  .map((language) => load([...entries, ...language]))
  .toSorted((a, b) => sum(b) - sum(a));

for (const file of files) console.log(`${String(sizeOf(file)).padStart(8)}  ${file}`);
console.log(`${String(sum(files)).padStart(8)}  initial JavaScript, brotli bytes (budget ${budget})`);
if (sum(files) > budget) process.exitCode = 1;
