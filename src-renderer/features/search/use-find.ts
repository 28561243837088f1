// Search as you type: every key asks at once, and never shows an answer to an older question.

import { client, failureOf, reader } from '../../api';
import type { Failure } from '@shared/core/result';
import type { searchScopes } from '@shared/features/search/search.contract';
import type { SearchHit } from '@shared/features/search/search.contract';
import { useEffect, useMemo, useState } from 'react';
import type { z } from 'zod';
import { createAsker } from './asker';

export type Hit = z.infer<typeof SearchHit>;
export type Scope = (typeof searchScopes)[number];

export interface Found {
  /** The words these hits answer. */
  readonly text: string;
  readonly hits: readonly Hit[];
  readonly more: boolean;
  readonly failure: Failure | null;
}

/** With the way to ask the same again. */
export interface Finding extends Found {
  again(): void;
}

const nothing: Found = { text: '', hits: [], more: false, failure: null };

export interface FindQuestion {
  readonly text: string;
  readonly scopes?: readonly Scope[];
  readonly limit?: number;
  /** Where it has no place to show a failure: what the door wants to know first is asked in a dialog. */
  readonly asks?: boolean;
}

export function useFind({ text, scopes, limit = 20, asks = false }: FindQuestion): Finding {
  const [found, setFound] = useState(nothing);
  const [turn, setTurn] = useState(0);
  const asker = useMemo(
    () => createAsker(findBy(asks ? client : reader), (_question, answer: Found) => setFound(answer)),
    [asks],
  );
  const words = text.trim();
  const scopeKey = scopes?.join(' ') ?? '';
  useEffect(() => () => asker.drop(), [asker]);
  useEffect(() => {
    if (words === '') {
      asker.drop();
      setFound(nothing);
    } else {
      asker.ask({ text: words, limit, scopes: scopeKey === '' ? undefined : (scopeKey.split(' ') as Scope[]) });
    }
  }, [asker, words, scopeKey, limit, turn]);
  return useMemo(() => ({ ...found, again: () => setTurn((before) => before + 1) }), [found]);
}

interface Question {
  readonly text: string;
  readonly limit: number;
  readonly scopes: Scope[] | undefined;
}

const findBy =
  (engine: typeof client) =>
  async (question: Question): Promise<Found> => {
    const { text } = question;
    try {
      const result = await engine.search.find(question);
      return result.ok ? { text, ...result.value, failure: null } : { ...nothing, text, failure: result.error };
    } catch (error) {
      return { ...nothing, text, failure: failureOf(error) };
    }
  };
