// The three zones of a record: properties, what happened, what is connected. Where there is no room, zones become tabs.

import type { PartyRecord } from '@shared/features/parties/party';
import type { ReactNode } from 'react';
import { useElementSize } from '@mantine/hooks';
import { useMay } from '../../../api';
import { useNavigation } from '../../../ui';
import { PartyFiles } from '../../attachments';
import { WhoLooked } from '../../audit';
import { RelationshipMap } from '../map/RelationshipMap';
import { HistoryTab } from './HistoryTab';
import { PropertiesZone } from './PropertiesZone';
import styles from './page.module.css';
import { RecordTabs } from './RecordTabs';
import type { RecordTab } from './RecordTabs';
import { RelatedZone } from './RelatedZone';
import { StoryTab } from './StoryTab';

export interface RecordZonesProps {
  readonly record: PartyRecord;
  readonly tab?: string;
}

/** Widths in rem, so that large text counts as little room. */
const THREE_ZONES = 68;
const TWO_ZONES = 50;

export function RecordZones({ record, tab }: RecordZonesProps): ReactNode {
  const navigation = useNavigation();
  const may = useMay();
  const { ref, width } = useElementSize();
  const room = width / Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const zones = room >= THREE_ZONES ? 3 : room >= TWO_ZONES ? 2 : 1;
  const tabs: readonly RecordTab[] = [
    'timeline',
    ...(zones === 1 ? (['properties'] as const) : []),
    ...(zones === 3 ? [] : (['related'] as const)),
    'files',
    'map',
    'history',
    ...(may('audit.read') ? (['looked'] as const) : []),
  ];
  const chosen = tabs.find((one) => one === tab) ?? 'timeline';
  const choose = (next: RecordTab): void =>
    navigation.replace({ page: 'party', id: record.id, tab: next === 'timeline' ? undefined : next });
  return (
    <div ref={ref} className={styles.zones} data-zones={zones}>
      {width > 0 && (
        <>
          {zones > 1 && <PropertiesZone record={record} />}
          <div className={styles.middle}>
            <RecordTabs tabs={tabs} chosen={chosen} onChoose={choose} />
            <div
              className={styles.tabPanel}
              id={`record-panel-${chosen}`}
              role="tabpanel"
              aria-labelledby={`record-tab-${chosen}`}
            >
              <TabBody tab={chosen} record={record} />
            </div>
          </div>
          {zones === 3 && <RelatedZone record={record} />}
        </>
      )}
    </div>
  );
}

function TabBody({ tab, record }: { readonly tab: RecordTab; readonly record: PartyRecord }): ReactNode {
  switch (tab) {
    case 'timeline':
      return <StoryTab record={record} />;
    case 'properties':
      return <PropertiesZone record={record} />;
    case 'related':
      return <RelatedZone record={record} />;
    case 'files':
      return <PartyFiles partyId={record.id} deleted={record.deletedAt !== null} />;
    case 'map':
      return <RelationshipMap partyId={record.id} name={record.displayName} />;
    case 'history':
      return <HistoryTab record={record} />;
    case 'looked':
      return <WhoLooked record={record} />;
  }
}
