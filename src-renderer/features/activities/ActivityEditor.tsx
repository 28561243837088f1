// All fields of one activity, to put right what was logged in a hurry.

import type { ActivityItem } from '@shared/features/activities/activity';
import { activityDirections } from '@shared/catalogue';
import { momentOf } from '@shared/locale/parse-moment';
import type { TypedMoment } from '@shared/locale/parse-moment';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand } from '../../api';
import {
  Button,
  Dialog,
  ErrorState,
  MomentInput,
  NumberInput,
  Select,
  TextField,
  useLocaleSettings,
  useMomentReading,
  useMomentWriting,
  useT,
} from '../../ui';
import { useDone } from '../operations';
import { PartiesField } from '../search';
import styles from './activities.module.css';
import { KindPicker } from './KindPicker';

export interface ActivityEditorProps {
  readonly item: ActivityItem;
  onClose(): void;
}

const formOf = (item: ActivityItem, when: TypedMoment) => ({
  kind: item.kind,
  subject: item.subject,
  body: item.body ?? '',
  when,
  direction: item.direction,
  durationMinutes: item.durationMinutes,
  place: item.place ?? '',
  outcome: item.outcome ?? '',
  parties: item.participants.map((one) => ({ id: one.partyId, kind: one.kind as string, name: one.name })),
});

type Form = ReturnType<typeof formOf>;

export function ActivityEditor({ item, onClose }: ActivityEditorProps): ReactNode {
  const t = useT();
  const done = useDone();
  const reading = useMomentReading();
  const { calendar } = useLocaleSettings();
  const write = useMomentWriting();
  const update = useEngineCommand('activities.update');
  const [before] = useState(() => formOf(item, { text: write(item.at, calendar), calendar }));
  const [form, setForm] = useState(before);
  // Left alone it keeps its seconds, which nobody types.
  const at = form.when.text === before.when.text ? item.at : momentOf(form.when, reading);
  const ready = form.subject.trim() !== '' && form.parties.length > 0 && at !== null;
  const save = async (): Promise<void> => {
    if (!ready || at === null) return;
    const result = await update.run({
      id: item.id,
      kind: form.kind,
      subject: form.subject,
      body: form.body === '' ? null : form.body,
      at,
      direction: form.direction,
      durationMinutes: form.durationMinutes,
      place: form.place === '' ? null : form.place,
      outcome: form.outcome === '' ? null : form.outcome,
      partyIds: form.parties.map((party) => party.id),
    });
    if (!result.ok) return;
    done(result, t('activities.changed'));
    onClose();
  };
  const footer = (
    <Button kind="primary" disabled={!ready} pending={update.pending} onClick={() => void save()}>
      {t('record.save')}
    </Button>
  );
  return (
    <Dialog opened onClose={onClose} title={t('activities.editTitle')} footer={footer}>
      <div className={styles.more}>
        <EditorFields form={form} change={(part) => setForm({ ...form, ...part })} />
        {update.error !== null && <ErrorState inline error={update.error} />}
      </div>
    </Dialog>
  );
}

interface EditorFieldsProps {
  readonly form: Form;
  change(part: Partial<Form>): void;
}

function EditorFields({ form, change }: EditorFieldsProps): ReactNode {
  const t = useT();
  const directions = activityDirections.map((value) => ({
    value,
    label: t.any(`catalogue.activity.direction.${value}`),
  }));
  return (
    <>
      <KindPicker value={form.kind} onChange={(kind) => change({ kind })} />
      <TextField
        label={t('activities.quick.subjectLabel')}
        value={form.subject}
        autoFocus
        onChange={(subject) => change({ subject })}
        error={form.subject.trim() === '' ? t('activities.quick.subjectMissing') : undefined}
      />
      <TextField label={t('activities.quick.body')} rows={3} value={form.body} onChange={(body) => change({ body })} />
      <div className={styles.field}>
        <span className={styles.label}>{t('activities.quick.who')}</span>
        <PartiesField
          label={t('activities.quick.who')}
          value={form.parties}
          onChange={(parties) => change({ parties: [...parties] })}
        />
      </div>
      <div className={styles.moment}>
        <MomentInput
          label={t('activities.quick.when')}
          placeholder={t('activities.quick.now')}
          value={form.when}
          onChange={(when) => change({ when })}
        />
        <Select
          label={t('activities.direction')}
          clearable
          value={form.direction}
          options={directions}
          onChange={(direction) => change({ direction })}
        />
      </div>
      <div className={styles.pair}>
        <NumberInput
          label={t('activities.duration')}
          value={form.durationMinutes}
          min={0}
          max={100_000}
          onChange={(durationMinutes) => change({ durationMinutes })}
        />
        <TextField label={t('activities.place')} value={form.place} onChange={(place) => change({ place })} />
      </div>
      <TextField label={t('activities.outcome')} value={form.outcome} onChange={(outcome) => change({ outcome })} />
    </>
  );
}
