import { lazy, Suspense } from 'react';
import { Navigate, Route, Routes, useLocation } from 'react-router';
import { SignInPage } from '../features/session/pages/sign-in.page.js';
import { ProblemAlert } from '../ui/problem-alert.js';
import { useSession } from './session.js';

/** Fetched while the server is still asked who is signed in; signing in itself waits for none of it. */
const workplace = import('./workplace.js');
const Workplace = lazy(() => workplace);

export function AppRoutes() {
  const { session, isPending, error, retry } = useSession();
  const { pathname, search } = useLocation();
  if (isPending) return null;
  if (error !== null) {
    return (
      <main className="page">
        <ProblemAlert error={error} onRetry={() => void retry()} />
      </main>
    );
  }
  if (session === undefined) {
    const next =
      pathname === '/' || pathname === '/sign-in' ? '' : `?next=${encodeURIComponent(pathname + search)}`;
    return (
      <Routes>
        <Route path="/sign-in" element={<SignInPage />} />
        <Route path="*" element={<Navigate to={`/sign-in${next}`} replace />} />
      </Routes>
    );
  }
  return (
    <Suspense>
      <Workplace session={session} />
    </Suspense>
  );
}
