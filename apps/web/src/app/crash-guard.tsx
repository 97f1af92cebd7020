import { Component, type ReactNode } from 'react';
import { ProblemAlert } from '../ui/problem-alert.js';

interface CrashGuardProps {
  readonly children: ReactNode;
}

/** A screen that fails says so and offers to be loaded again; without this React leaves an empty page. */
export class CrashGuard extends Component<CrashGuardProps, { readonly error: unknown }> {
  override state = { error: undefined };

  static getDerivedStateFromError(error: unknown): { readonly error: unknown } {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    return (
      <main className="page">
        <ProblemAlert error={error} onRetry={() => window.location.reload()} />
      </main>
    );
  }
}
