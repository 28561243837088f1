// Every way to narrow a list, in one small panel, and the filters in force as chips, each with its own way out.

import { IconFilter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Button } from '../Button';
import { BeginHere, Popover } from '../popover';
import { Chip } from '../surfaces';
import { useT } from '../words';
import style from './list-page.module.css';

/** `children` are the fields; a choice takes effect at once. */
export function FilterMenu({ children }: { readonly children: ReactNode }): ReactNode {
  const t = useT();
  return (
    <Popover
      label={t('people.filter.add')}
      className={style.panel}
      trigger={
        <Button icon={<IconFilter size="1.05rem" stroke={1.6} aria-hidden />} aria-haspopup="dialog">
          {t('people.filter.add')}
        </Button>
      }
    >
      <BeginHere />
      <div className={style.fields}>{children}</div>
    </Popover>
  );
}

export interface FilterInForce<Part extends string> {
  readonly part: Part;
  readonly name: string;
  readonly value: string;
}

export interface FilterChipsProps<Part extends string> {
  readonly filters: readonly FilterInForce<Part>[];
  onRemove(part: Part): void;
  onClear(): void;
}

export function FilterChips<Part extends string>({ filters, onRemove, onClear }: FilterChipsProps<Part>): ReactNode {
  const t = useT();
  return (
    <>
      {filters.map(({ part, name, value }) => (
        <Chip key={part} onRemove={() => onRemove(part)} removeLabel={t('people.filter.remove', { name })}>
          {t('people.filter.chip', { name, value })}
        </Chip>
      ))}
      {filters.length > 0 && (
        <Button small kind="quiet" onClick={onClear}>
          {t('people.filter.clear')}
        </Button>
      )}
    </>
  );
}
