// Before records become one: side by side what each says, what the page will show, what comes along, what speaks against it.

import type { ShownChoices, ShownField } from '@shared/features/parties/cluster';
import type { MergeEvidence, MergePreview } from '@shared/features/parties/merging';
import { IconArrowsJoin2 } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand, useEngineQuery } from '../../../api';
import { Button, Dialog, DirIcon, ErrorState, LoadingState, TextField, useT } from '../../../ui';
import { useDone } from '../../operations';
import styles from './merge.module.css';
import { MergeTable } from './MergeTable';
import { MergeWarnings } from './MergeWarnings';

export interface MergeDialogProps {
  /** At least two records; the first stands for all unless another is chosen. */
  readonly ids: readonly string[];
  /** Why they are thought to be one, when somebody or something else found that; kept with the merge. */
  readonly evidence?: readonly MergeEvidence[];
  onClose(): void;
  /** Told the id of the record that stands for all. */
  onMerged?(id: string): void;
}

export function MergeDialog({ ids, evidence, onClose, onMerged }: MergeDialogProps): ReactNode {
  const t = useT();
  const [intoId, setIntoId] = useState(ids[0] ?? '');
  const [choices, setChoices] = useState<ShownChoices>({});
  const [reason, setReason] = useState('');
  const input = { intoId, ids: ids.filter((id) => id !== intoId) };
  const preview = useEngineQuery('parties.mergePreview', input, { keepPrevious: true });
  const merging = useMerging({ onClose, onMerged });
  const { data } = preview;
  const choose = (field: ShownField, source: string): void => setChoices({ ...choices, [field]: source });
  const submit = (): void =>
    void merging.run({ ...input, choices, reason, evidence: [...(evidence ?? [])] }, data?.sides[0]?.name ?? '');
  const footer = (
    <>
      <Button onClick={onClose}>{t('common.cancel')}</Button>
      <Button
        kind="primary"
        icon={<DirIcon icon={IconArrowsJoin2} size={16} />}
        disabled={data === undefined || preview.error !== null}
        pending={merging.pending}
        onClick={submit}
      >
        {t('merging.do')}
      </Button>
    </>
  );
  return (
    <Dialog opened onClose={onClose} size="large" title={t('merging.title')} footer={footer}>
      <p className={styles.intro}>{t('merging.intro')}</p>
      {preview.error !== null && <ErrorState inline error={preview.error} />}
      {data === undefined && preview.error === null && <LoadingState lines={8} />}
      {data !== undefined && <Comparison preview={data} choices={choices} onChoose={choose} onStands={setIntoId} />}
      <TextField label={t('merging.reason')} value={reason} onChange={setReason} />
      {merging.error !== null && <ErrorState inline error={merging.error} />}
    </Dialog>
  );
}

interface ComparisonProps {
  readonly preview: MergePreview;
  readonly choices: ShownChoices;
  onChoose(field: ShownField, source: string): void;
  onStands(id: string): void;
}

function Comparison({ preview, ...rest }: ComparisonProps): ReactNode {
  return (
    <>
      <MergeWarnings warnings={preview.warnings} />
      <MergeTable preview={preview} {...rest} />
    </>
  );
}

function useMerging({ onClose, onMerged }: Pick<MergeDialogProps, 'onClose' | 'onMerged'>) {
  const t = useT();
  const done = useDone();
  const merge = useEngineCommand('parties.merge');
  return {
    pending: merge.pending,
    error: merge.error,
    async run(input: Parameters<typeof merge.run>[0], name: string): Promise<void> {
      const result = await merge.run(input);
      if (!result.ok) return;
      done(result, t('merging.done', { count: result.value.linked, name }));
      onClose();
      onMerged?.(result.value.id);
    },
  };
}
