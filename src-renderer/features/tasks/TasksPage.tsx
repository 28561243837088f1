// My day: what is late, for today, for later and for some day; one line to add to it. A colleague's day for those who see it.

import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { useEngineQuery, useMay, useSession } from '../../api';
import {
  Button,
  EmptyState,
  ErrorState,
  LoadingState,
  Page,
  PageTitle,
  Select,
  useFormat,
  useHotkey,
  useNow,
  useT,
} from '../../ui';
import { useUserOptions } from '../operations';
import { DayList } from './DayList';
import { QuickTask } from './QuickTask';
import styles from './tasks.module.css';
import { useTaskDialogs } from './use-task-dialogs';

export function TasksPage(): ReactNode {
  const t = useT();
  const format = useFormat();
  const now = useNow();
  const me = useSession();
  const mayWrite = useMay()('tasks.write');
  const [ownerId, setOwnerId] = useState(me.id);
  const dialogs = useTaskDialogs();
  const create = (): void => dialogs.create({ ownerId });
  useHotkey({ keys: 'KeyN', label: 'tasks.newHint' }, create, mayWrite);
  return (
    <Page narrow>
      <PageTitle
        detail={format.date(format.civilOf(now), { style: 'full' })}
        actions={
          <>
            <Whose value={ownerId} onChange={setOwnerId} />
            {mayWrite && <Button onClick={create}>{t('tasks.new')}</Button>}
          </>
        }
      >
        {t('tasks.myDay')}
      </PageTitle>
      {mayWrite && <QuickTask ownerId={ownerId === me.id ? undefined : ownerId} />}
      <Day ownerId={ownerId} now={now} dialogs={dialogs} />
      {dialogs.dialog}
    </Page>
  );
}

function Whose({ value, onChange }: { readonly value: string; onChange(id: string): void }): ReactNode {
  const t = useT();
  const users = useUserOptions();
  if (users.length < 2) return null;
  return (
    <Select
      label={t('tasks.whose')}
      hideLabel
      className={styles.whose}
      value={value}
      options={users}
      onChange={(id) => id !== null && onChange(id)}
    />
  );
}

interface DayProps {
  readonly ownerId: string;
  /** Parts change as time goes by. */
  readonly now: number;
  readonly dialogs: ReturnType<typeof useTaskDialogs>;
}

const SHOWN = 100;

function Day({ ownerId, now, dialogs }: DayProps): ReactNode {
  const t = useT();
  const day = useEngineQuery('tasks.day', { ownerId, limit: SHOWN }, { keepPrevious: true });
  const { refresh } = day;
  useEffect(() => refresh(), [refresh, now]);
  if (day.error !== null) return <ErrorState error={day.error} onRetry={day.refresh} />;
  if (day.data === undefined) return <LoadingState lines={8} />;
  const isEmpty = Object.values(day.data).every(({ count }) => count.value === 0);
  if (isEmpty) return <EmptyState title={t('tasks.empty')} detail={t('tasks.emptyText')} />;
  return <DayList day={day.data} onOpen={dialogs.open} onEnd={dialogs.end} />;
}
