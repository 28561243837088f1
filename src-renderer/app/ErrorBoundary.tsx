// What is shown when a page breaks: the rest of the window stays, nothing saved is lost, and there is a way on.

import type { ReactNode } from 'react';
import { Component } from 'react';
import { BrokenPage } from './BrokenPage';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
  /** When this changes (another page), the boundary tries again. */
  readonly resetKey?: string;
}

interface ErrorBoundaryState {
  readonly error: unknown;
  readonly key: string | undefined;
}

export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { error: undefined, key: this.props.resetKey };

  static getDerivedStateFromError(error: unknown): Partial<ErrorBoundaryState> {
    return { error };
  }

  static getDerivedStateFromProps(props: ErrorBoundaryProps, state: ErrorBoundaryState): ErrorBoundaryState | null {
    return props.resetKey === state.key ? null : { error: undefined, key: props.resetKey };
  }

  override render(): ReactNode {
    if (this.state.error === undefined) return this.props.children;
    return <BrokenPage error={this.state.error} onAgain={() => this.setState({ error: undefined })} />;
  }
}
