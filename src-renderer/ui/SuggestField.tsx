// A text field with suggestions under it, chosen by arrow keys, Enter or mouse. What is suggested is the caller's business.

import { Combobox, TextInput, useCombobox } from '@mantine/core';
import type { KeyboardEvent, ReactNode, Ref } from 'react';

export interface Suggestion {
  readonly key: string;
  readonly content: ReactNode;
}

export interface SuggestFieldProps {
  readonly label: string;
  /** Hides the label from sight, not from assistive technology. */
  readonly labelHidden?: boolean;
  readonly placeholder: string;
  readonly text: string;
  readonly suggestions: readonly Suggestion[];
  /** True while nothing is known yet about what is typed. */
  readonly waiting: boolean;
  /** Said when nothing fits. */
  readonly none: string;
  readonly autoFocus?: boolean;
  readonly ref?: Ref<HTMLInputElement>;
  onText(text: string): void;
  onPick(key: string): void;
  /** Enter in the empty field; without it Enter does there what it does in any field. */
  onLeave?(): void;
  /** Backspace in the empty field. */
  onBackspace?(): void;
}

export function SuggestField(props: SuggestFieldProps): ReactNode {
  const { label, labelHidden = false, placeholder, text, suggestions, waiting, none, autoFocus, ref } = props;
  const box = useCombobox({ onDropdownClose: () => box.resetSelectedOption() });
  const pick = (key: string | undefined): void => {
    if (key === undefined) return;
    props.onPick(key);
    box.closeDropdown();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Backspace' && text === '') props.onBackspace?.();
    // Ctrl+Enter belongs to the form around the field.
    if (event.key !== 'Enter' || event.ctrlKey) return;
    if (text === '' && props.onLeave !== undefined) {
      event.preventDefault();
      props.onLeave();
    } else if (box.dropdownOpened && box.getSelectedOptionIndex() === -1) {
      event.preventDefault();
      pick(suggestions[0]?.key);
    }
  };
  return (
    <Combobox store={box} withinPortal onOptionSubmit={pick}>
      <Combobox.Target>
        <TextInput
          ref={ref}
          label={labelHidden ? undefined : label}
          aria-label={labelHidden ? label : undefined}
          placeholder={placeholder}
          value={text}
          dir="auto"
          autoFocus={autoFocus}
          data-autofocus={autoFocus === true ? true : undefined}
          onChange={(event) => {
            props.onText(event.currentTarget.value);
            box.openDropdown();
          }}
          onBlur={() => box.closeDropdown()}
          onKeyDown={onKeyDown}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={text.trim() === '' || (suggestions.length === 0 && waiting)}>
        <Combobox.Options>
          {suggestions.map(({ key, content }) => (
            <Combobox.Option key={key} value={key}>
              {content}
            </Combobox.Option>
          ))}
          {suggestions.length === 0 && <Combobox.Empty>{none}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
