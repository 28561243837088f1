// The records that are this party: since when and by whom, where each fact is from, and the way to part them again.

import type { ClusterMember } from '@shared/features/parties/merging';
import type { PartyRecord } from '@shared/features/parties/party';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineQuery, useMay } from '../../../api';
import { Bidi, Button, Checkmark, ErrorState, InstantText, LoadingState, Panel, useT } from '../../../ui';
import record_ from '../record/record.module.css';
import styles from './merge.module.css';
import { useOrigins } from './origins';
import { SeparateDialog } from './SeparateDialog';

export function RecordsSection({ record }: { readonly record: PartyRecord }): ReactNode {
  const t = useT();
  const origins = useOrigins();
  const cluster = useEngineQuery('parties.cluster', { id: record.id });
  const [leaving, setLeaving] = useState<ClusterMember | null>(null);
  const { data } = cluster;
  return (
    <Panel title={t('merging.section')} flush className={record_.section}>
      {cluster.error !== null && <ErrorState inline error={cluster.error} />}
      {data === undefined && cluster.error === null && <LoadingState lines={2} />}
      <ul className={record_.parts}>
        {data?.members.map((member) => (
          <li key={member.id} className={record_.part}>
            <MemberLine member={member} onSeparate={() => setLeaving(member)} />
          </li>
        ))}
      </ul>
      <div className={styles.origins}>
        <Checkmark label={t('merging.origins')} checked={origins.shown} onChange={origins.show} />
      </div>
      {leaving !== null && <SeparateDialog leaving={leaving} onClose={() => setLeaving(null)} />}
    </Panel>
  );
}

interface MemberLineProps {
  readonly member: ClusterMember;
  onSeparate(): void;
}

function MemberLine({ member, onSeparate }: MemberLineProps): ReactNode {
  const t = useT();
  const may = useMay();
  const { link } = member;
  return (
    <div className={record_.partLine}>
      <div className={record_.partWords}>
        <span className={record_.strong}>
          <Bidi>{member.name}</Bidi>
        </span>
        {link === null ? (
          <span className={record_.quietLine}>{t('merging.stands')}</span>
        ) : (
          <span className={record_.quietLine}>
            {t('merging.linked')} <InstantText value={link.at} time={false} />
            {link.by !== null && (
              <>
                {' '}
                · <Bidi>{link.by.name}</Bidi>
              </>
            )}
          </span>
        )}
        {link !== null && link.reason !== null && (
          <span className={record_.quietLine}>
            <Bidi>{link.reason}</Bidi>
          </span>
        )}
      </div>
      {may('parties.merge') && (
        <Button small kind="quiet" onClick={onSeparate}>
          {t('merging.separateOne')}
        </Button>
      )}
    </div>
  );
}
