// Search as you type: every key asks at once, and never shows an answer to an older question.

import { failureOf, client } from '../../api';
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

const nothing: Found = { text: '', hits: [], more: false, failure: null };

export interface FindQuestion {
  readonly text: string;
  readonly scopes?: readonly Scope[];
  readonly limit?: number;
}

export function useFind({ text, scopes, limit = 20 }: FindQuestion): Found {
  const [found, setFound] = useState(nothing);
  const asker = useMemo(() => createAsker(find, (_question, answer: Found) => setFound(answer)), []);
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
  }, [asker, words, scopeKey, limit]);
  return found;
}

async function find(question: { text: string; limit: number; scopes: Scope[] | undefined }): Promise<Found> {
  const { text } = question;
  try {
    const result = await client.search.find(question);
    return result.ok ? { text, ...result.value, failure: null } : { ...nothing, text, failure: result.error };
  } catch (error) {
    return { ...nothing, text, failure: failureOf(error) };
  }
}
