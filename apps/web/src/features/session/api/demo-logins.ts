import type { DemoLogin } from '@lianban/contracts';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../../app/api-client.js';
import { isProblem } from '../../../app/problem.js';

/** Empty outside of a demo, where the route does not exist. */
async function readDemoLogins(): Promise<readonly DemoLogin[]> {
  try {
    return await api.get<readonly DemoLogin[]>('/demo/logins');
  } catch (error) {
    if (isProblem(error) && error.status === 404) return [];
    throw error;
  }
}

export const useDemoLogins = () =>
  useQuery({ queryKey: ['demo-logins'], queryFn: readDemoLogins, staleTime: Infinity });
