// A field that finds a party as you type and hands it over: for participants, relationships and filters.

import type { ReactNode, Ref } from 'react';
import { useState } from 'react';
import { SuggestField, useT } from '../../ui';
import { HitWords } from './HitWords';
import { useFind } from './use-find';
import type { Scope } from './use-find';

export interface PickedParty {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
}

export interface PartyPickerProps {
  readonly label: string;
  /** Hides the label from sight, not from assistive technology. */
  readonly labelHidden?: boolean;
  readonly placeholder?: string;
  readonly scopes?: readonly Exclude<Scope, 'activity'>[];
  /** Parties that may not be picked: the one whose page this is, and those already chosen. */
  readonly without?: readonly string[];
  readonly autoFocus?: boolean;
  readonly ref?: Ref<HTMLInputElement>;
  onPick(party: PickedParty): void;
  /** Enter in the empty field: on to what comes next. */
  onLeave?(): void;
  /** Backspace in the empty field. */
  onBackspace?(): void;
}

const everyParty = ['person', 'organisation', 'group'] as const;

export function PartyPicker(props: PartyPickerProps): ReactNode {
  const { placeholder, scopes = everyParty, without = [], onPick, ...field } = props;
  const t = useT();
  const [text, setText] = useState('');
  const found = useFind({ text, scopes, limit: 8, asks: true });
  const hits = found.hits.filter((hit) => !without.includes(hit.id));
  const pick = (id: string): void => {
    const hit = hits.find((one) => one.id === id);
    if (hit === undefined) return;
    onPick({ id: hit.id, kind: hit.kind, name: hit.title });
    setText('');
  };
  return (
    <SuggestField
      {...field}
      placeholder={placeholder ?? t('search.pick')}
      text={text}
      suggestions={hits.map((hit) => ({ key: hit.id, content: <HitWords hit={hit} /> }))}
      waiting={found.text !== text.trim()}
      none={t('search.pickNone')}
      onText={setText}
      onPick={pick}
    />
  );
}
