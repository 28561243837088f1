// The reasons for which deals are lost, or leads come to nothing: named anew, no longer offered, or one more.

import type { Names } from '@shared/features/pipelines/pipeline';
import { IconPencil, IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand } from '../../api';
import {
  Chip,
  Dialog,
  Form,
  FormFoot,
  IconButton,
  SectionTitle,
  Switch,
  useT,
  isNamed,
  NamesFields,
  noNames,
} from '../../ui';
import { useDone } from '../operations';
import styles from './pipelines.module.css';
import type { LossReason } from './use-pipelines';

export interface LossReasonsProps {
  readonly about: LossReason['about'];
  /** Of everything; those about this are shown. */
  readonly reasons: readonly LossReason[];
}

export function LossReasons({ about, reasons: all }: LossReasonsProps): ReactNode {
  const t = useT();
  const [edited, setEdited] = useState<LossReason | 'new' | null>(null);
  const reasons = all.filter((reason) => reason.about === about);
  const add = (
    <IconButton
      small
      label={t(about === 'deal' ? 'deals.settings.addReason' : 'deals.settings.addLeadReason')}
      onClick={() => setEdited('new')}
    >
      <IconPlus size="1rem" aria-hidden />
    </IconButton>
  );
  return (
    <>
      <div className={styles.reasons}>
        <SectionTitle level={3} action={add}>
          {t(about === 'deal' ? 'deals.settings.reasons' : 'deals.settings.leadReasons')}
        </SectionTitle>
      </div>
      <ul className={styles.lines}>
        {reasons.map((reason) => (
          <li key={reason.id} className={styles.line}>
            <span className={styles.words}>
              <bdi>{reason.name}</bdi> {!reason.active && <Chip>{t('deals.settings.unused')}</Chip>}
            </span>
            <IconButton small label={t('record.editField', { field: reason.name })} onClick={() => setEdited(reason)}>
              <IconPencil size="0.95rem" aria-hidden />
            </IconButton>
          </li>
        ))}
      </ul>
      {edited !== null && (
        <ReasonDialog about={about} reason={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
    </>
  );
}

interface ReasonDialogProps {
  readonly about: LossReason['about'];
  readonly reason: LossReason | null;
  onClose(): void;
}

function ReasonDialog({ about, reason, onClose }: ReasonDialogProps): ReactNode {
  const t = useT();
  const done = useDone();
  const save = useEngineCommand('pipelines.saveLossReason');
  const [names, setNames] = useState<Names>(reason?.names ?? noNames);
  const [active, setActive] = useState(reason?.active ?? true);
  const store = async (): Promise<void> => {
    const result = await save.run({ id: reason?.id, about, names, active });
    if (!result.ok) return;
    done(result, t('deals.settings.saved'));
    onClose();
  };
  return (
    <Dialog opened onClose={onClose} title={t('catalogue.loss_reason')}>
      <Form onSubmit={store}>
        <NamesFields label={t('catalogue.loss_reason.names')} names={names} onChange={setNames} />
        <Switch label={t('catalogue.loss_reason.active')} checked={active} onChange={setActive} />
        <FormFoot ready={isNamed(names)} pending={save.pending} failure={save.error} onClose={onClose} />
      </Form>
    </Dialog>
  );
}
