// The fields of the quick log that are filled now and then: a note, other people, the time, the direction.

import { activityDirections } from '@shared/catalogue';
import type { ReactNode, Ref } from 'react';
import { MomentInput, Segments, TextField, useT } from '../../ui';
import { PartiesField } from '../search';
import styles from './activities.module.css';
import { whenOf } from './quick-log-draft';
import type { Direction } from './quick-log-draft';
import type { QuickLogState } from './use-quick-log';

export interface QuickLogMoreProps {
  readonly log: QuickLogState;
  readonly askWho: boolean;
  readonly noteRef: Ref<HTMLInputElement & HTMLTextAreaElement>;
}

export function QuickLogMore({ log, askWho, noteRef }: QuickLogMoreProps): ReactNode {
  const t = useT();
  const { draft, change } = log;
  return (
    <div className={styles.more}>
      <TextField
        label={t('activities.quick.body')}
        placeholder={t('activities.quick.bodyHint')}
        rows={2}
        value={draft.body}
        inputRef={noteRef}
        onChange={(body) => change({ body })}
      />
      {askWho && (
        <div className={styles.field}>
          <span className={styles.label}>{t('activities.quick.who')}</span>
          <PartiesField
            label={t('activities.quick.who')}
            placeholder={t('activities.quick.whoHint')}
            value={draft.parties}
            onChange={(parties) => change({ parties })}
          />
          {log.problem === 'who' && (
            <p className={styles.wrong} role="alert">
              {t('activities.quick.whoMissing')}
            </p>
          )}
        </div>
      )}
      <div className={styles.moment}>
        <MomentInput
          label={t('activities.quick.when')}
          placeholder={t('activities.quick.now')}
          value={whenOf(draft)}
          hint={t('activities.quick.whenHint')}
          note={log.future && <strong> {t('activities.quick.future')}</strong>}
          onChange={({ text, calendar }) => change({ when: text, whenCalendar: calendar })}
        />
        {draft.kind !== 'note' && (
          <DirectionField value={draft.direction} onChange={(direction) => change({ direction })} />
        )}
      </div>
      <p className={styles.hint}>{t('activities.quick.keys')}</p>
    </div>
  );
}

interface DirectionFieldProps {
  readonly value: Direction | null;
  onChange(direction: Direction | null): void;
}

function DirectionField({ value, onChange }: DirectionFieldProps): ReactNode {
  const t = useT();
  const options = [
    { value: 'none', label: t('activities.direction.none') },
    ...activityDirections.map((one) => ({ value: one, label: t.any(`catalogue.activity.direction.${one}`) })),
  ];
  return (
    <div className={styles.field}>
      <span className={styles.label}>{t('activities.direction')}</span>
      <Segments
        label={t('activities.direction')}
        value={value ?? 'none'}
        options={options}
        onChange={(next) => onChange(next === 'none' ? null : (next as Direction))}
      />
    </div>
  );
}
