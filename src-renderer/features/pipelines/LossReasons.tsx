// The reasons for which deals are lost: named anew, no longer offered, or one more.

import type { Names } from '@shared/features/pipelines/pipeline';
import { IconPencil, IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand } from '../../api';
import { Chip, Dialog, Form, FormFoot, IconButton, SectionTitle, Switch, useT } from '../../ui';
import { useDone } from '../operations';
import { isNamed, NamesFields, noNames } from './NamesFields';
import styles from './pipelines.module.css';
import type { LossReason } from './use-pipelines';

export function LossReasons({ reasons }: { readonly reasons: readonly LossReason[] }): ReactNode {
  const t = useT();
  const [edited, setEdited] = useState<LossReason | 'new' | null>(null);
  const add = (
    <IconButton small label={t('deals.settings.addReason')} onClick={() => setEdited('new')}>
      <IconPlus size="1rem" aria-hidden />
    </IconButton>
  );
  return (
    <>
      <div className={styles.reasons}>
        <SectionTitle level={3} action={add}>
          {t('deals.settings.reasons')}
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
      {edited !== null && <ReasonDialog reason={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </>
  );
}

function ReasonDialog({ reason, onClose }: { readonly reason: LossReason | null; onClose(): void }): ReactNode {
  const t = useT();
  const done = useDone();
  const save = useEngineCommand('pipelines.saveLossReason');
  const [names, setNames] = useState<Names>(reason?.names ?? noNames);
  const [active, setActive] = useState(reason?.active ?? true);
  const store = async (): Promise<void> => {
    const result = await save.run({ id: reason?.id, names, active });
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
