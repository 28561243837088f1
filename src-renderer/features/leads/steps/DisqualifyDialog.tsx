// Why a lead comes to nothing: a reason of the office's list, and words of one's own.

import type { ReactNode } from 'react';
import { useState } from 'react';
import { openLeadStates } from '@shared/features/leads/response';
import { useEngineCommand, useEngineQuery } from '../../../api';
import { Dialog, Form, FormFoot, Select, TextField, useLocaleSettings, useT } from '../../../ui';
import { useDone } from '../../operations';
import type { StepDialogProps } from './ContactDialog';

export function DisqualifyDialog({ lead, onClose }: StepDialogProps): ReactNode {
  const t = useT();
  const done = useDone();
  const { language } = useLocaleSettings();
  const disqualify = useEngineCommand('leads.disqualify');
  const { data } = useEngineQuery('leads.reasons', {});
  const [why, setWhy] = useState<{ reasonId: string | null; words: string }>({ reasonId: null, words: '' });
  const reasons = (data?.reasons ?? []).filter(({ active }) => active);
  const save = async (): Promise<void> => {
    if (why.reasonId === null || disqualify.pending) return;
    const fromState = openLeadStates.find((state) => state === lead.state);
    const result = await disqualify.run({ id: lead.id, reasonId: why.reasonId, words: why.words, fromState });
    if (!result.ok) return;
    done(result, t('leads.disqualified'));
    onClose();
  };
  return (
    <Dialog opened size="small" onClose={onClose} title={t('leads.disqualify')}>
      <Form onSubmit={save}>
        <Select
          label={t('catalogue.lead_event.reason_id')}
          required
          value={why.reasonId}
          options={reasons.map(({ id, names }) => ({ value: id, label: names[language] }))}
          onChange={(reasonId) => setWhy({ ...why, reasonId })}
        />
        <TextField label={t('deals.lossWords')} value={why.words} onChange={(words) => setWhy({ ...why, words })} />
        <FormFoot
          ready={why.reasonId !== null}
          pending={disqualify.pending}
          failure={disqualify.error}
          save={t('leads.disqualify')}
          onClose={onClose}
        />
      </Form>
    </Dialog>
  );
}
