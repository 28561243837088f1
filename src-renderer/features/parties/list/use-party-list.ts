// The rows of one list: the first page at once, then the starting points of the whole list, so that the scroll bar reaches any depth.

import type { PartyRow } from '@shared/features/parties/party';
import { useCallback, useEffect, useEffectEvent, useMemo, useRef } from 'react';
import { client, useEngineEvent, useRowWindow } from '../../../api';
import type { LiveRows, LoadPage, RowWindow } from '../../../api';
import { useLocaleSettings } from '../../../ui';
import type { ListPage } from '../../../ui';
import { kindOfPage } from './list-view';
import type { ListView } from './list-view';

export interface ListQuestion {
  readonly filter: ListView['filter'];
  readonly sort: ListView['sort'];
  readonly language: 'ar' | 'fa' | 'en';
}

/** The page's kind is part of every question; the address keeps only what the person chose. */
export function useListQuestion(page: ListPage, view: ListView): ListQuestion {
  const { language } = useLocaleSettings();
  const text = JSON.stringify({ filter: { ...view.filter, kinds: [kindOfPage[page]] }, sort: view.sort, language });
  // The same words ask the same list: the text is the question's identity.
  return useMemo(() => JSON.parse(text) as ListQuestion, [text]);
}

export function usePartyRows(question: ListQuestion): LiveRows<PartyRow> {
  const load: LoadPage<PartyRow> = useCallback(
    (after, limit) => client.parties.list({ ...question, after, limit }),
    [question],
  );
  const rows = useRowWindow(load, 'parties');
  useAnchors(question, rows.anchored || rows.count?.capped === true, rows.window);
  return rows;
}

/** Counting a list of a million takes the reader a second. While rows change all the time, it counts this part of the time at most. */
const COUNTING_SHARE = 1 / 15;

function useAnchors(question: ListQuestion, long: boolean, window: RowWindow<PartyRow>): void {
  const state = useRef({ busy: false, notBefore: 0, stale: true });
  const ask = useEffectEvent(async (run: { gone: boolean }) => {
    const { current } = state;
    if (current.busy || !current.stale || performance.now() < current.notBefore) return;
    const askedAt = performance.now();
    Object.assign(current, { busy: true, stale: false });
    const answer = await client.parties.index(question);
    const took = performance.now() - askedAt;
    Object.assign(current, { busy: false, notBefore: askedAt + took / COUNTING_SHARE });
    if (!run.gone && answer.ok) window.anchor(answer.value);
  });
  useEngineEvent('changed', (event) => {
    if (event.entities['party'] !== undefined) state.current.stale = true;
  });
  useEffect(() => {
    if (!long) return undefined;
    const run = { gone: false };
    Object.assign(state.current, { stale: true, notBefore: 0, busy: false });
    void ask(run);
    const timer = globalThis.setInterval(() => void ask(run), 1000);
    return () => {
      run.gone = true;
      globalThis.clearInterval(timer);
    };
  }, [question, long, window]);
}
