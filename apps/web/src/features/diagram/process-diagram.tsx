import { useQuery } from '@tanstack/react-query';
import { api } from '../../app/api-client.js';
import { Loading } from '../../ui/loading.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { DiagramView } from './diagram-view.js';
import type { Standing } from './standing.js';

interface ProcessDiagramProps extends Standing {
  readonly definitionId: string;
  readonly onSelect?: (elementId: string) => void;
}

/** A published version never changes: fetched once. */
export const useProcessXml = (definitionId: string) =>
  useQuery({
    queryKey: ['definition-bpmn', definitionId],
    queryFn: ({ signal }) => api.text(`/definitions/${definitionId}/bpmn`, signal),
    staleTime: Infinity,
  });

/** The diagram of a published process, and where a case stands in it. */
export function ProcessDiagram({ definitionId, current, passed, onSelect }: ProcessDiagramProps) {
  const { data, error, refetch } = useProcessXml(definitionId);
  if (error !== null) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading rows={8} />;
  return (
    <DiagramView
      xml={data}
      onSelect={onSelect}
      {...(current === undefined ? {} : { current })}
      {...(passed === undefined ? {} : { passed })}
    />
  );
}
