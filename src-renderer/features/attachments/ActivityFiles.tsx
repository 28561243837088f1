// The files of one activity, under its text in the timeline.

import type { ReactNode } from 'react';
import { useEngineQuery } from '../../api';
import { ErrorState, useT } from '../../ui';
import styles from './attachments.module.css';
import { FileLine } from './FileLine';
import { useThumbnails } from './use-thumbnails';

export function ActivityFiles({ activityId }: { readonly activityId: string }): ReactNode {
  const t = useT();
  const files = useEngineQuery('attachments.list', { of: { activityId } });
  const items = files.data?.items ?? none;
  const pictures = useThumbnails(items);
  if (files.error !== null) return <ErrorState inline error={files.error} onRetry={files.refresh} />;
  if (items.length === 0) return null;
  return (
    <ul className={styles.list} data-small aria-label={t('record.tab.files')}>
      {items.map((item) => (
        <FileLine key={item.id} item={item} picture={pictures.get(item.id)} />
      ))}
    </ul>
  );
}

const none: readonly never[] = [];
