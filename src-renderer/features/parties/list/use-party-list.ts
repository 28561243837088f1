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
  useAnchors(question, rows.count?.capped === true, rows.window);
  return rows;
}

/** Counting a long list takes the reader a second; while rows change all the time, it is asked again no sooner than this. */
const ANCHORS_AGAIN_MS = 15_000;

function useAnchors(question: ListQuestion, long: boolean, window: RowWindow<PartyRow>): void {
  const state = useRef({ busy: false, askedAt: Number.NEGATIVE_INFINITY, stale: true });
  const ask = useEffectEvent(async (run: { gone: boolean }) => {
    const { current } = state;
    if (current.busy || !current.stale || performance.now() - current.askedAt < ANCHORS_AGAIN_MS) return;
    Object.assign(current, { busy: true, stale: false, askedAt: performance.now() });
    const answer = await client.parties.index(question);
    current.busy = false;
    if (!run.gone && answer.ok) window.anchor(answer.value);
  });
  useEngineEvent('changed', (event) => {
    if (event.entities['party'] !== undefined) state.current.stale = true;
  });
  useEffect(() => {
    if (!long) return undefined;
    const run = { gone: false };
    Object.assign(state.current, { stale: true, askedAt: Number.NEGATIVE_INFINITY, busy: false });
    void ask(run);
    const timer = globalThis.setInterval(() => void ask(run), 1000);
    return () => {
      run.gone = true;
      globalThis.clearInterval(timer);
    };
  }, [question, long, window]);
}
