// Where copies go by themselves, how often, and how many of them stay.

import { IconFolderPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { BackupTarget } from '@shared/features/backups/backups.contract';
import { appClient, useEngineCommand, useEngineQuery } from '../../api';
import { Button, EmptyState, ErrorState, IconButton, Ltr, NumberInput, Panel, useFormat, useT } from '../../ui';
import styles from './backups.module.css';
import { ScheduleChoice } from './ScheduleChoice';

export function TargetsPanel({ onChange }: { readonly onChange: () => void }): ReactNode {
  const t = useT();
  const targets = useEngineQuery('backups.targets', {});
  const add = useAddTarget(() => {
    targets.refresh();
    onChange();
  });
  return (
    <Panel
      title={t('backups.targets')}
      action={
        <Button small icon={<IconFolderPlus size="1rem" stroke={1.6} aria-hidden />} onClick={() => void add.choose()}>
          {t('backups.add-target')}
        </Button>
      }
    >
      {add.error !== null && <ErrorState inline error={add.error} />}
      {targets.error !== null && <ErrorState inline error={targets.error} onRetry={targets.refresh} />}
      {targets.data?.targets.length === 0 && (
        <EmptyState small title={t('backups.no-targets')} detail={t('backups.no-targets-detail')} />
      )}
      <ul className={styles.list} aria-label={t('backups.targets')}>
        {targets.data?.targets.map((target) => (
          <Target key={target.id} target={target} onChange={() => (targets.refresh(), onChange())} />
        ))}
      </ul>
      <ScheduleChoice kind="backups.make" />
    </Panel>
  );
}

/** The system's own dialog, then the list. */
export function useAddTarget(onAdded: () => void) {
  const add = useEngineCommand('backups.addTarget');
  const choose = async (): Promise<boolean> => {
    const chosen = await appClient.chooseFolder({});
    if (!chosen.ok || chosen.value === null) return false;
    const added = await add.run({ folder: chosen.value.token });
    if (added.ok) onAdded();
    return added.ok;
  };
  return { choose, error: add.error };
}

interface TargetProps {
  readonly target: BackupTarget;
  readonly onChange: () => void;
}

const steps = ['hourly', 'daily', 'weekly', 'monthly'] as const;

function Target({ target, onChange }: TargetProps): ReactNode {
  const t = useT();
  const format = useFormat();
  const rotate = useEngineCommand('backups.setRotation');
  const remove = useEngineCommand('backups.removeTarget');
  const { id, path, rotation, reachable, freeBytes, sameDisk } = target;
  const setStep = async (step: (typeof steps)[number], value: number | null): Promise<void> => {
    if (value === null) return;
    await rotate.run({ id, rotation: { ...rotation, [step]: value } });
    onChange();
  };
  return (
    <li className={styles.target}>
      <div className={styles.words}>
        <strong className={styles.path}>
          <Ltr>{path}</Ltr>
        </strong>
        <span className={reachable && !sameDisk ? 'dw-muted' : styles.caution}>
          {reachable ? t('backups.reachable') : t('backups.unreachable')}
          {freeBytes !== null &&
            ` · ${t('backups.free', { gigabytes: format.number(Math.round(freeBytes / 1e8) / 10) })}`}
          {sameDisk && ` · ${t('backups.same-disk')}`}
        </span>
        <div className={styles.kept}>
          {steps.map((step) => (
            <NumberInput
              key={step}
              label={t.any(`catalogue.backup_target.${step}`)}
              value={rotation[step]}
              min={0}
              max={1000}
              onChange={(value) => void setStep(step, value)}
            />
          ))}
        </div>
      </div>
      <IconButton
        small
        label={t('backups.remove-target')}
        onClick={async () => {
          await remove.run({ id });
          onChange();
        }}
      >
        <IconTrash size="1rem" aria-hidden />
      </IconButton>
    </li>
  );
}
