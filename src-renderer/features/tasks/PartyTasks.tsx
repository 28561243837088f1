// On a party's page: what is to be done for it, and a new one.

import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useEngineQuery, useMay } from '../../api';
import { Button, ErrorState, IconButton, Panel, useT } from '../../ui';
import type { PickedParty } from '../search';
import { KeptWords } from './KeptWords';
import { TaskLine } from './TaskLine';
import styles from './tasks.module.css';
import { useTaskActions } from './use-task-actions';
import { useTaskDialogs } from './use-task-dialogs';

export interface PartyTasksProps {
  readonly party: PickedParty;
  /** False for a record in the bin. */
  readonly allowed: boolean;
  readonly className?: string;
}

const SHOWN = 20;

export function PartyTasks(props: PartyTasksProps): ReactNode {
  return useMay()('tasks.read') ? <Section {...props} /> : null;
}

function Section({ party, allowed, className }: PartyTasksProps): ReactNode {
  const t = useT();
  const mayAdd = useMay()('tasks.write') && allowed;
  const actions = useTaskActions();
  const dialogs = useTaskDialogs();
  const open = useEngineQuery('tasks.list', { filter: { partyId: party.id }, limit: SHOWN });
  const ended = useEngineQuery('tasks.list', {
    filter: { partyId: party.id, states: ['done', 'broken', 'dropped'] },
    order: 'ended',
    limit: 5,
  });
  const rows = [...(open.data?.rows ?? []), ...(ended.data?.rows ?? [])];
  const failed = open.error ?? ended.error;
  const known = open.data !== undefined && ended.data !== undefined;
  const create = (): void => dialogs.create({ party });
  const add = mayAdd && (
    <IconButton small label={t('tasks.new')} onClick={create}>
      <IconPlus size="1rem" aria-hidden />
    </IconButton>
  );
  return (
    <Panel title={t('common.page-tasks')} action={add} flush className={className}>
      {failed !== null && <ErrorState inline error={failed} onRetry={() => (open.refresh(), ended.refresh())} />}
      <KeptWords partyId={party.id} />
      <ul className={styles.lines}>
        {rows.map((task) => (
          <TaskLine
            key={task.id}
            task={task}
            actions={actions}
            onOpen={dialogs.open}
            onEnd={dialogs.end}
            without="party"
          />
        ))}
      </ul>
      {known && rows.length === 0 && (
        <div className={styles.none}>
          {mayAdd ? (
            <Button small kind="quiet" icon={<IconPlus size="0.95rem" aria-hidden />} onClick={create}>
              {t('tasks.new')}
            </Button>
          ) : (
            t('tasks.none')
          )}
        </div>
      )}
      {dialogs.dialog}
    </Panel>
  );
}
