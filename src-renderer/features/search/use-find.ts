// Search as you type: asks a moment after the last key, and never shows an answer to an older question.

import { failureOf, client } from '../../api';
import type { Failure } from '@shared/core/result';
import type { searchScopes } from '@shared/features/search/search.contract';
import type { SearchHit } from '@shared/features/search/search.contract';
import { useEffect, useState } from 'react';
import type { z } from 'zod';

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
/** Long enough to join fast key presses, short enough not to be felt. */
const DELAY_MS = 40;

export interface FindQuestion {
  readonly text: string;
  readonly scopes?: readonly Scope[];
  readonly limit?: number;
}

export function useFind({ text, scopes, limit = 20 }: FindQuestion): Found {
  const [found, setFound] = useState(nothing);
  const words = text.trim();
  const scopeKey = scopes?.join(' ') ?? '';
  useEffect(() => {
    if (words === '') {
      setFound(nothing);
      return undefined;
    }
    const run = { gone: false };
    const show = (answer: Found): void => {
      if (!run.gone) setFound(answer);
    };
    const timer = window.setTimeout(() => {
      const asked = { text: words, limit, scopes: scopeKey === '' ? undefined : (scopeKey.split(' ') as Scope[]) };
      client.search.find(asked).then(
        (result) =>
          show(
            result.ok
              ? { text: words, ...result.value, failure: null }
              : { ...nothing, text: words, failure: result.error },
          ),
        (error: unknown) => show({ ...nothing, text: words, failure: failureOf(error) }),
      );
    }, DELAY_MS);
    return () => {
      run.gone = true;
      window.clearTimeout(timer);
    };
  }, [words, scopeKey, limit]);
  return found;
}
