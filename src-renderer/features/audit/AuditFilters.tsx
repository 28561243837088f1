// The filters of the log: what kind, who, about whom, from and to which day.

import { readingPurposes, type ReadingPurpose } from '@shared/core/purpose';
import { auditKinds } from '@shared/features/access/access.contract';
import type { AuditKind } from '@shared/features/access/access.contract';
import type { ReactNode } from 'react';
import { Bidi, Chip, CivilDateField, Pill, Select, useT } from '../../ui';
import { useUserOptions } from '../operations';
import { PartyPicker } from '../search';
import type { PickedParty } from '../search';
import styles from './audit.module.css';
import { whatWords } from './entry-words';

export interface Chosen {
  readonly kind: AuditKind | null;
  /** A command, or the operation that answered. */
  readonly what: string | null;
  readonly userId: string | null;
  readonly person: Pick<PickedParty, 'id' | 'name'> | null;
  /** What a look was said to be for. */
  readonly purpose: ReadingPurpose | null;
  readonly fromOn: string | null;
  readonly toOn: string | null;
}

export const everything: Chosen = {
  kind: null,
  what: null,
  userId: null,
  person: null,
  purpose: null,
  fromOn: null,
  toOn: null,
};

export interface AuditFiltersProps {
  readonly chosen: Chosen;
  onChange(chosen: Chosen): void;
}

export function AuditFilters({ chosen, onChange }: AuditFiltersProps): ReactNode {
  const t = useT();
  const users = useUserOptions();
  const change = (part: Partial<Chosen>): void => onChange({ ...chosen, ...part });
  return (
    <div className={styles.filters}>
      <div className={styles.kinds} role="group" aria-label={t('audit.kind')}>
        <Pill pressed={chosen.kind === null} onClick={() => change({ kind: null })}>
          {t('audit.any-kind')}
        </Pill>
        {auditKinds.map((kind) => (
          <Pill key={kind} pressed={chosen.kind === kind} onClick={() => change({ kind })}>
            {t(`audit.kind.${kind}`)}
          </Pill>
        ))}
        {chosen.what !== null && (
          <Chip onRemove={() => change({ what: null })}>
            {t('audit.what')}: {whatWords(t, chosen.what)}
          </Chip>
        )}
      </div>
      <div className={styles.fields}>
        <Select
          label={t('audit.who')}
          clearable
          placeholder={t('audit.anybody')}
          value={chosen.userId}
          options={users}
          onChange={(userId) => change({ userId })}
        />
        {chosen.person === null ? (
          <PartyPicker label={t('audit.person')} onPick={({ id, name }) => change({ person: { id, name } })} />
        ) : (
          <div className={styles.person}>
            <span className={styles.label}>{t('audit.person')}</span>
            <Chip onRemove={() => change({ person: null })}>
              <Bidi>{chosen.person.name}</Bidi>
            </Chip>
          </div>
        )}
        <Select
          label={t('purpose.filter')}
          clearable
          placeholder={t('purpose.any')}
          value={chosen.purpose}
          options={readingPurposes.map((purpose) => ({ value: purpose, label: t(`audit.purpose.${purpose}`) }))}
          onChange={(purpose) => change({ purpose })}
        />
        <CivilDateField label={t('audit.from')} value={chosen.fromOn} onChange={(fromOn) => change({ fromOn })} />
        <CivilDateField label={t('audit.to')} value={chosen.toOn} onChange={(toOn) => change({ toOn })} />
      </div>
    </div>
  );
}
