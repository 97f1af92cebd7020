import type {
  InstitutionRow,
  Page,
  SupervisedTasksRequest,
  SupervisionBoard,
  TaskRow,
} from '@lianban/contracts';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api } from '../../../app/api-client.js';

export const boardKey = ['board'] as const;

export const useBoard = (district: string | undefined) =>
  useQuery({
    queryKey: [...boardKey, district],
    queryFn: ({ signal }) => api.get<SupervisionBoard>('/board', { district }, signal),
    placeholderData: keepPreviousData,
  });

export type SupervisedFilter = Pick<SupervisedTasksRequest, 'list' | 'office' | 'district'>;

export const useSupervisedTasks = (filter: SupervisedFilter) =>
  useInfiniteQuery({
    queryKey: ['supervised-tasks', filter],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<TaskRow>>('/board/tasks', { ...filter, after: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
  });

export const useRegistrationsWithoutCase = (district: string | undefined) =>
  useQuery({
    queryKey: ['registrations-without-case', district],
    queryFn: ({ signal }) =>
      api.get<readonly InstitutionRow[]>('/board/registrations-without-case', { district }, signal),
  });
