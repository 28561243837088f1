// The map's records: asked around one party first, then around each record the person expands.

import type { Failure } from '@shared/core/result';
import { useCallback, useEffect, useState } from 'react';
import { client, failureOf } from '../../../api';
import { emptyGraph, withAnswer } from './graph-state';
import type { GraphState } from './graph-state';

export interface Graph {
  readonly state: GraphState;
  readonly loading: boolean;
  readonly failure: Failure | null;
  expand(id: string): void;
  restart(): void;
}

export function useGraph(partyId: string): Graph {
  const [state, setState] = useState(() => emptyGraph(partyId));
  const [waiting, setWaiting] = useState(0);
  const [failure, setFailure] = useState<Failure | null>(null);
  const expand = useCallback(async (id: string) => {
    setWaiting((count) => count + 1);
    try {
      const answer = await client.parties.graph({ id, depth: 1 });
      if (answer.ok) setState((before) => withAnswer(before, id, answer.value));
      setFailure(answer.ok ? null : answer.error);
    } catch (error) {
      setFailure(failureOf(error));
    } finally {
      setWaiting((count) => count - 1);
    }
  }, []);
  const restart = useCallback(() => {
    setState(emptyGraph(partyId));
    void expand(partyId);
  }, [partyId, expand]);
  useEffect(restart, [restart]);
  return { state, loading: waiting > 0, failure, expand: (id) => void expand(id), restart };
}
