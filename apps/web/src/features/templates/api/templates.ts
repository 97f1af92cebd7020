import type {
  DocumentTemplateView,
  SaveTemplateRequest,
  TemplateKind,
  TemplateVersion,
} from '@lianban/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../app/api-client.js';

const key = ['document-templates'] as const;

export function useTemplates() {
  return useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.get<readonly DocumentTemplateView[]>('/document-templates', {}, signal),
  });
}

export function usePublishTemplate(kind: TemplateKind) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: SaveTemplateRequest) => api.put<TemplateVersion>(`/document-templates/${kind}`, body),
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
  });
}
