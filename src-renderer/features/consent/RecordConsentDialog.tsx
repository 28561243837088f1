// Writing down what somebody said: about which purpose, by which channels, how, when, in whose stead, with which proof.

import { momentOf } from '@shared/locale/parse-moment';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand, useEngineQuery } from '../../api';
import { Dialog, Form, FormFoot, LoadingState, useLocaleSettings, useMomentReading, useT } from '../../ui';
import { useDone } from '../operations';
import { usePurposeWords } from '../privacy';
import { ConsentFields, type ConsentForm } from './ConsentFields';
import { ProofFields } from './ProofFields';

export interface RecordConsentDialogProps {
  readonly partyId: string;
  readonly language: 'ar' | 'fa' | 'en' | null;
  onClose(): void;
}

const fresh: ConsentForm = {
  purposeId: 'marketing',
  channels: ['any'],
  action: 'given',
  brand: '',
  source: 'in-person',
  moment: { text: '', calendar: null },
  givenBy: '',
  evidence: '',
  attachmentId: null,
};

export function RecordConsentDialog({ partyId, language, onClose }: RecordConsentDialogProps): ReactNode {
  const t = useT();
  const done = useDone();
  const own = useLocaleSettings().language;
  const reading = useMomentReading();
  const wordsOf = usePurposeWords();
  const record = useEngineCommand('consent.record');
  const { data } = useEngineQuery('privacy.purposes', {});
  const [form, setForm] = useState(fresh);
  const purpose = data?.purposes.find(({ id }) => id === form.purposeId);
  const spoken = language ?? own;
  const wording =
    purpose?.wordings.find((one) => one.language === spoken) ?? purpose?.wordings.find((one) => one.language === own);
  const at = form.moment.text.trim() === '' ? undefined : momentOf(form.moment, reading);
  const ready = purpose !== undefined && form.channels.length > 0 && at !== null;
  const submit = async (): Promise<void> => {
    if (!ready) return;
    const { moment: _, ...said } = form;
    const answer = await record.run({
      ...said,
      partyId,
      wordingId: wording?.id ?? null,
      ...(at === undefined ? {} : { at }),
    });
    if (!answer.ok) return;
    done(answer, t('consent.recorded', { purpose: wordsOf(purpose) }));
    onClose();
  };
  const change = (part: Partial<ConsentForm>): void => setForm({ ...form, ...part });
  return (
    <Dialog opened onClose={onClose} size="large" title={t('consent.add')}>
      {data === undefined ? (
        <LoadingState lines={6} />
      ) : (
        <Form onSubmit={submit}>
          <ConsentFields form={form} purposes={data.purposes} wording={wording} onChange={change} />
          <ProofFields form={form} partyId={partyId} understood={at !== null} onChange={change} />
          <FormFoot ready={ready} pending={record.pending} failure={record.error} onClose={onClose} />
        </Form>
      )}
    </Dialog>
  );
}
