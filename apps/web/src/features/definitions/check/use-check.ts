import {
  callsNamedIn,
  type DefinitionToJudge,
  type Diagnostic,
  type House,
} from '@lianban/bpmn-compiler/judge';
import type { HouseView } from '@lianban/contracts';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../../app/api-client.js';
import type { PackFiles } from '../pack-files.js';
import { judgeInWorker } from './judge-in-worker.js';

/** What publishing would find, while the author still chooses files. The server judges again. */
export function useCheck(files: PackFiles) {
  const { process, forms, decisions } = files;
  const xml = process?.xml;
  return useQuery({
    // A key of the texts themselves would be made into one string at each render.
    queryKey: ['definitions', 'check', selectionNo(files)],
    enabled: xml !== undefined,
    staleTime: 60_000,
    gcTime: 0,
    queryFn: async ({ signal }): Promise<readonly Diagnostic[] | null> => {
      const text = xml ?? '';
      const { keys, versions } = callsNamedIn(text);
      const house = await api.get<HouseView>(
        '/definitions/house',
        { keys: keys.join(','), versions: versions.join(',') },
        signal,
      );
      const request: DefinitionToJudge = {
        // Plans travel as JSON: what the server compiled is what it says.
        ...(house as House),
        xml: text,
        forms: Object.keys(forms),
        decisions,
      };
      return (await judgeInWorker(request, signal)) ?? null;
    },
  });
}

const numbers = new WeakMap<PackFiles, number>();
let selections = 0;

/** Each choice of files is an object of its own, and never changes. */
const selectionNo = (files: PackFiles): number => {
  const known = numbers.get(files);
  if (known !== undefined) return known;
  selections += 1;
  numbers.set(files, selections);
  return selections;
};
