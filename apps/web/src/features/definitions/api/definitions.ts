import type { DecisionFile, DefinitionRow, PublishDefinitionRequest } from '@lianban/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { DecisionModel } from '../decisions/decision-model.js';
import { api } from '../../../app/api-client.js';
import { useLiveRefresh } from '../../../app/use-live.js';

const key = ['definitions'] as const;

/** Processes by key; a key with open cases on older versions has several rows, the current one first. */
export function useDefinitions() {
  useLiveRefresh(['board', 'resumed'], key);
  return useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.get<readonly DefinitionRow[]>('/definitions', {}, signal),
  });
}

export const isCurrent = (row: DefinitionRow, rows: readonly DefinitionRow[]): boolean =>
  rows.every((other) => other.key !== row.key || other.version <= row.version);

/** The decision models of a published version, read in the browser. They never change, and few readers open them. */
export const useDecisions = (definitionId: string) =>
  useQuery({
    queryKey: ['definition-decisions', definitionId],
    staleTime: Infinity,
    queryFn: async ({ signal }): Promise<readonly DecisionModel[]> => {
      const [files, { readDefinitions }] = await Promise.all([
        api.get<readonly DecisionFile[]>(`/definitions/${definitionId}/decisions`, {}, signal),
        import('@lianban/expressions/dmn'),
      ]);
      return Promise.all(
        files.map(async ({ name, xml }) => ({
          file: name,
          elements: (await readDefinitions(xml)).definitions?.elements ?? [],
        })),
      );
    },
  });

export function usePublish() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: PublishDefinitionRequest) =>
      api.post<{ readonly id: string; readonly version: number }>('/definitions', body),
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
  });
}
