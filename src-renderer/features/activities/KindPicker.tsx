// The kinds of activity side by side: one radio group, moved by arrows.

import { activityKinds } from '@shared/catalogue';
import type { KeyboardEvent, ReactNode } from 'react';
import { useRef } from 'react';
import { useT } from '../../ui';
import styles from './activities.module.css';
import { activityIcons } from './activity-icons';
import type { ActivityKind } from './quick-log-draft';
import { nextKind } from './quick-log-draft';

export interface KindPickerProps {
  readonly value: ActivityKind;
  onChange(kind: ActivityKind): void;
}

export function KindPicker({ value, onChange }: KindPickerProps): ReactNode {
  const t = useT();
  const group = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent, step: 1 | -1): void => {
    event.preventDefault();
    const next = nextKind(activityKinds, value, step);
    onChange(next);
    group.current?.querySelector<HTMLElement>(`[data-kind=${next}]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const rtl = getComputedStyle(event.currentTarget).direction === 'rtl';
    if (event.key === 'ArrowDown' || event.key === (rtl ? 'ArrowLeft' : 'ArrowRight')) move(event, 1);
    if (event.key === 'ArrowUp' || event.key === (rtl ? 'ArrowRight' : 'ArrowLeft')) move(event, -1);
  };
  return (
    <div
      ref={group}
      className={styles.kinds}
      role="radiogroup"
      aria-label={t('activities.quick.kind')}
      onKeyDown={onKeyDown}
    >
      {activityKinds.map((kind) => {
        const Icon = activityIcons[kind];
        return (
          <button
            key={kind}
            type="button"
            role="radio"
            data-kind={kind}
            className={styles.kind}
            aria-checked={kind === value}
            tabIndex={kind === value ? 0 : -1}
            onClick={() => onChange(kind)}
          >
            <Icon size={16} stroke={1.6} aria-hidden="true" />
            <span>{t.any(`catalogue.activity.kind.${kind}`)}</span>
          </button>
        );
      })}
    </div>
  );
}
