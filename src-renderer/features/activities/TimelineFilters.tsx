// The timeline's filters: kinds as switches, words beside them, person and period one step further.

import { activityKinds } from '@shared/catalogue';
import { IconAdjustmentsHorizontal, IconSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { Chip, CivilDateField, IconButton, InstantText, Pill, Select, TextField, useT } from '../../ui';
import { useUserOptions } from '../operations';
import styles from './activities.module.css';
import { activityIcons } from './activity-icons';
import type { ActivityKind } from './quick-log-draft';
import { isOpen, openFilter } from './timeline-filter';
import type { TimelineFilter } from './timeline-filter';

export interface TimelineFiltersProps {
  readonly filter: TimelineFilter;
  onChange(filter: TimelineFilter): void;
  /** At the end of the line. */
  readonly children?: ReactNode;
}

export function TimelineFilters({ filter, onChange, children }: TimelineFiltersProps): ReactNode {
  const t = useT();
  const [more, setMore] = useState(false);
  const change = (part: Partial<TimelineFilter>): void => onChange({ ...filter, ...part });
  return (
    <div className={styles.filters}>
      <div className={styles.filterLine}>
        <KindSwitches chosen={filter.kinds} onChange={(kinds) => change({ kinds })} />
        <WordsField text={filter.text} onChange={(text) => change({ text })} />
        <IconButton
          label={t('activities.filter.more')}
          aria-expanded={more}
          pressed={more}
          onClick={() => setMore(!more)}
        >
          <IconAdjustmentsHorizontal size={18} aria-hidden />
        </IconButton>
        {children}
      </div>
      {more && <MoreFilters filter={filter} change={change} />}
      {filter.upTo !== null && (
        <Chip onRemove={() => change({ upTo: null })}>
          {t('activities.filter.to')} <InstantText value={filter.upTo} />
        </Chip>
      )}
      {!isOpen(filter) && (
        <button type="button" className={styles.textButton} onClick={() => onChange(openFilter)}>
          {t('activities.filter.clear')}
        </button>
      )}
    </div>
  );
}

interface KindSwitchesProps {
  readonly chosen: readonly ActivityKind[];
  onChange(kinds: readonly ActivityKind[]): void;
}

export function KindSwitches({ chosen, onChange }: KindSwitchesProps): ReactNode {
  const t = useT();
  const toggle = (kind: ActivityKind): void =>
    onChange(chosen.includes(kind) ? chosen.filter((one) => one !== kind) : [...chosen, kind]);
  return (
    <div className={styles.switches} role="group" aria-label={t('activities.filter.kinds')}>
      <Pill pressed={chosen.length === 0} onClick={() => onChange([])}>
        {t('activities.filter.all')}
      </Pill>
      {activityKinds.map((kind) => {
        const Icon = activityIcons[kind];
        const label = t.any(`catalogue.activity.kind.${kind}`);
        return (
          <Pill
            key={kind}
            pressed={chosen.includes(kind)}
            title={label}
            icon={<Icon size={15} stroke={1.7} aria-hidden="true" />}
            onClick={() => toggle(kind)}
          >
            <span className={styles.switchWords}>{label}</span>
          </Pill>
        );
      })}
    </div>
  );
}

/** Each letter would be a new question; a short rest between them is enough. */
const REST_MS = 150;

function WordsField({ text, onChange }: { readonly text: string; onChange(text: string): void }): ReactNode {
  const t = useT();
  const [typed, setTyped] = useState(text);
  useEffect(() => setTyped(text), [text]);
  useEffect(() => {
    if (typed === text) return undefined;
    const timer = window.setTimeout(() => onChange(typed), REST_MS);
    return () => window.clearTimeout(timer);
  });
  return (
    <div className={styles.words}>
      <TextField
        label={t('activities.filter.text')}
        hideLabel
        placeholder={t('activities.filter.text')}
        icon={<IconSearch size={16} aria-hidden />}
        value={typed}
        maxLength={200}
        onChange={setTyped}
      />
    </div>
  );
}

interface MoreFiltersProps {
  readonly filter: TimelineFilter;
  change(part: Partial<TimelineFilter>): void;
}

function MoreFilters({ filter, change }: MoreFiltersProps): ReactNode {
  const t = useT();
  const users = useUserOptions();
  return (
    <div className={styles.moreFilters}>
      <Select
        label={t('activities.filter.author')}
        clearable
        placeholder={t('activities.filter.anybody')}
        value={filter.authorId}
        options={users}
        onChange={(authorId) => change({ authorId })}
      />
      <CivilDateField
        label={t('activities.filter.from')}
        value={filter.fromOn}
        onChange={(fromOn) => change({ fromOn })}
      />
      <CivilDateField label={t('activities.filter.to')} value={filter.toOn} onChange={(toOn) => change({ toOn })} />
    </div>
  );
}
