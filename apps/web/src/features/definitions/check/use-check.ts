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
export function useCheck({ process, forms, decisions }: PackFiles) {
  const xml = process?.xml;
  return useQuery({
    queryKey: ['definitions', 'check', xml, Object.keys(forms), decisions],
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
