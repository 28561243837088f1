// Parting again: who leaves, what was written since they were one, and what of it changes sides.

import { singleFields } from '@shared/features/parties/cluster';
import type { FactSince } from '@shared/features/parties/merging';
import { IconArrowsSplit2 } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand, useEngineQuery } from '../../../api';
import { Button, Checkmark, Dialog, DirIcon, ErrorState, LoadingState, useT } from '../../../ui';
import { useDone } from '../../operations';
import { FactWords } from './FactWords';
import styles from './merge.module.css';

export interface SeparateDialogProps {
  /** The record that leaves. */
  readonly leaving: { readonly id: string; readonly name: string };
  onClose(): void;
}

export function SeparateDialog({ leaving, onClose }: SeparateDialogProps): ReactNode {
  const t = useT();
  const done = useDone();
  const preview = useEngineQuery('parties.unmergePreview', { ids: [leaving.id] });
  const unmerge = useEngineCommand('parties.unmerge');
  const [handed, setHanded] = useState<ReadonlySet<string>>(new Set());
  const { data } = preview;
  const submit = async (): Promise<void> => {
    const handOver = (data?.since ?? []).filter((fact) => handed.has(keyOf(fact))).map(factToHand);
    const result = await unmerge.run({ ids: [leaving.id], handOver });
    if (!result.ok) return;
    done(result, t('merging.separated', { name: leaving.name }));
    onClose();
  };
  const toggle = (key: string): void => {
    const next = new Set(handed);
    if (!next.delete(key)) next.add(key);
    setHanded(next);
  };
  const footer = (
    <>
      <Button onClick={onClose}>{t('common.cancel')}</Button>
      <Button
        kind="primary"
        icon={<DirIcon icon={IconArrowsSplit2} size={16} />}
        disabled={data === undefined}
        pending={unmerge.pending}
        onClick={() => void submit()}
      >
        {t('merging.separate')}
      </Button>
    </>
  );
  return (
    <Dialog opened onClose={onClose} title={t('merging.separateTitle', { name: leaving.name })} footer={footer}>
      <p className={styles.intro}>{t('merging.separateText')}</p>
      {preview.error !== null && <ErrorState inline error={preview.error} />}
      {data === undefined && preview.error === null && <LoadingState lines={4} />}
      {data !== undefined && (
        <Since
          since={data.since}
          more={data.more}
          nameOf={(id) => [...data.leaving, ...data.staying].find((card) => card.id === id)?.name ?? ''}
          otherOf={(id) => (id === leaving.id ? data.staying[0]?.name : leaving.name) ?? ''}
          handed={handed}
          onToggle={toggle}
        />
      )}
      {unmerge.error !== null && <ErrorState inline error={unmerge.error} />}
    </Dialog>
  );
}

/** Of a record itself several fields may have been written. */
const keyOf = ({ entity, id, kind }: FactSince): string => (entity === 'party' ? `${id} ${kind ?? ''}` : id);

const factToHand = ({ entity, id, kind }: FactSince) => {
  const field = entity === 'party' ? singleFields.find((one) => one === kind) : undefined;
  return { entity, id, ...(field === undefined ? {} : { field }) };
};

interface SinceProps {
  readonly since: readonly FactSince[];
  readonly more: boolean;
  readonly handed: ReadonlySet<string>;
  nameOf(id: string): string;
  /** Who would get a fact of this record. */
  otherOf(id: string): string;
  onToggle(key: string): void;
}

function Since({ since, more, handed, nameOf, otherOf, onToggle }: SinceProps): ReactNode {
  const t = useT();
  if (since.length === 0) return <p className={styles.quiet}>{t('merging.noneSince')}</p>;
  return (
    <fieldset className={styles.since}>
      <legend>{t('merging.since')}</legend>
      <p className={styles.quiet}>{t('merging.sinceText')}</p>
      <ul className={styles.facts}>
        {since.map((fact) => {
          const key = keyOf(fact);
          const given = handed.has(key);
          const side = given
            ? t('merging.goesTo', { name: otherOf(fact.partyId) })
            : t('merging.staysWith', { name: nameOf(fact.partyId) });
          return (
            <li key={key} data-given={given || undefined}>
              <Checkmark checked={given} label={<FactWords fact={fact} side={side} />} onChange={() => onToggle(key)} />
            </li>
          );
        })}
      </ul>
      {more && <p className={styles.quiet}>{t('merging.more')}</p>}
    </fieldset>
  );
}
