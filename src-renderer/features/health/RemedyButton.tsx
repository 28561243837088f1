// The one thing to do about a finding, done by one click.

import type { ReactNode } from 'react';
import type { HealthFinding } from '@shared/features/health/health.contract';
import { useEngineCommand } from '../../api';
import { Button, ErrorState, useNavigation, useT } from '../../ui';
import { useAddTarget } from '../backups';

export interface RemedyButtonProps {
  readonly remedy: NonNullable<HealthFinding['remedy']>;
  readonly onDone: () => void;
}

export function RemedyButton({ remedy, onDone }: RemedyButtonProps): ReactNode {
  const t = useT();
  const { go } = useNavigation();
  const make = useEngineCommand('backups.make');
  const rehearse = useEngineCommand('backups.rehearse');
  const check = useEngineCommand('base.check');
  const drill = useEngineCommand('exports.drill');
  const dismiss = useEngineCommand('jobs.dismiss');
  const add = useAddTarget(onDone);
  const acts: Readonly<Record<typeof remedy, () => unknown>> = {
    'add-target': () => add.choose(),
    'make-backup': () => make.run({ rehearse: true }),
    rehearse: () => rehearse.run({}),
    check: () => check.run({}),
    'exit-drill': () => drill.run({}),
    'show-jobs': async () => {
      await dismiss.run({});
      onDone();
    },
    'renew-code': () => go({ page: 'keys' }),
    'make-cards': () => go({ page: 'keys' }),
    'finish-cards': () => go({ page: 'keys' }),
    'show-users': () => go({ page: 'users' }),
    'change-key': () => go({ page: 'keys' }),
  };
  const error = make.error ?? rehearse.error ?? check.error ?? drill.error ?? add.error;
  return (
    <>
      <Button
        small
        onClick={() => void acts[remedy]()}
        pending={make.pending || rehearse.pending || check.pending || drill.pending}
      >
        {t.any(`health.remedy.${remedy}`)}
      </Button>
      {error !== null && <ErrorState inline error={error} />}
    </>
  );
}
