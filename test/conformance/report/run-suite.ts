import { existsSync, readFileSync, statSync } from 'node:fs';
import { readExceptions } from './exceptions.js';
import { type Report, reportOf } from './report.js';
import type { Suite } from './suite.js';

/** Runs a suite on a folder and holds the results against the list of exceptions. */
export const runSuite = async (suite: Suite, folder: string, exceptionsFile: string): Promise<Report> => {
  const results = await suite.run(folder);
  return reportOf(suite, results, readExceptions(readFileSync(exceptionsFile, 'utf8')));
};

export const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory();
