// A field that finds a party as you type and hands it over: for participants, relationships and filters.

import { Combobox, TextInput, useCombobox } from '@mantine/core';
import type { KeyboardEvent, ReactNode, Ref } from 'react';
import { useState } from 'react';
import { useT } from '../../ui';
import { HitWords } from './HitWords';
import { useFind } from './use-find';
import type { Hit, Scope } from './use-find';

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
  const {
    label,
    labelHidden,
    placeholder,
    scopes = everyParty,
    without = [],
    autoFocus,
    ref,
    onPick,
    onLeave,
    onBackspace,
  } = props;
  const t = useT();
  const [text, setText] = useState('');
  const box = useCombobox({ onDropdownClose: () => box.resetSelectedOption() });
  const found = useFind({ text, scopes, limit: 8 });
  const hits = found.hits.filter((hit) => !without.includes(hit.id));
  const pick = (hit: Hit | undefined): void => {
    if (hit === undefined) return;
    onPick({ id: hit.id, kind: hit.kind, name: hit.title });
    setText('');
    box.closeDropdown();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Backspace' && text === '') onBackspace?.();
    if (event.key === 'Enter' && !event.ctrlKey && text === '' && onLeave !== undefined) {
      event.preventDefault();
      onLeave();
      return;
    }
    // Ctrl+Enter belongs to the form around the field.
    if (event.key === 'Enter' && !event.ctrlKey && box.dropdownOpened && box.getSelectedOptionIndex() === -1) {
      event.preventDefault();
      pick(hits[0]);
    }
  };
  return (
    <Combobox store={box} withinPortal onOptionSubmit={(id) => pick(hits.find((hit) => hit.id === id))}>
      <Combobox.Target>
        <TextInput
          ref={ref}
          label={labelHidden === true ? undefined : label}
          aria-label={labelHidden === true ? label : undefined}
          placeholder={placeholder ?? t('search.pick')}
          value={text}
          dir="auto"
          autoFocus={autoFocus}
          onChange={(event) => {
            setText(event.currentTarget.value);
            box.openDropdown();
          }}
          onBlur={() => box.closeDropdown()}
          onKeyDown={onKeyDown}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={text.trim() === '' || (hits.length === 0 && found.text !== text.trim())}>
        <Combobox.Options>
          {hits.map((hit) => (
            <Combobox.Option key={hit.id} value={hit.id}>
              <HitWords hit={hit} />
            </Combobox.Option>
          ))}
          {hits.length === 0 && <Combobox.Empty>{t('search.pickNone')}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
