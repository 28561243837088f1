// What happened with a party: the quick log bar over the timeline.

import type { PartyRecord } from '@shared/features/parties/party';
import type { ReactNode } from 'react';
import { useMemo, useRef } from 'react';
import { useMay } from '../../../api';
import { QuickLog, Timeline, useTakeQuickLogWish } from '../../activities';
import type { QuickLogHandle } from '../../activities';
import styles from './page.module.css';
import { useParty } from './use-party-edit';

export function StoryTab({ record }: { readonly record: PartyRecord }): ReactNode {
  const may = useMay();
  const { deleted } = useParty();
  const bar = useRef<QuickLogHandle>(null);
  const { id, kind, displayName } = record;
  const about = useMemo(() => [{ id, kind, name: displayName }], [id, kind, displayName]);
  const writable = may('activities.write') && !deleted;
  useTakeQuickLogWish(bar);
  return (
    <div className={styles.story}>
      {writable && <QuickLog place={id} parties={about} handle={bar} />}
      <Timeline partyId={id} roles={record.roles} />
    </div>
  );
}
