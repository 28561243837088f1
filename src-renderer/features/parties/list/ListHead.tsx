// The heading of the register: which list, how long it is, the recycle bin.

import type { PartyRow } from '@shared/features/parties/party';
import { IconArrowBackUp, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useMay } from '../../../api';
import type { LiveRows } from '../../../api';
import { Button, DirIcon, PageTitle, useT } from '../../../ui';
import type { ListPage } from '../../../ui';
import { ExportButton } from '../../exports';
import { kindOfPage } from './list-view';
import type { ListView } from './list-view';

export interface ListHeadProps {
  readonly page: ListPage;
  readonly view: ListView;
  readonly rows: LiveRows<PartyRow>;
  onBin(bin: boolean): void;
}

export function ListHead({ page, view, rows, onBin }: ListHeadProps): ReactNode {
  const t = useT();
  const may = useMay();
  const inBin = view.filter.deleted === true;
  const name = t(`people.title.${kindOfPage[page]}`);
  const shown = { ...view, filter: { ...view.filter, kinds: [kindOfPage[page]] } };
  const actions = (
    <>
      <ExportButton source={{ list: 'parties', view: shown, count: rows.count, name }} />
      {inBin ? (
        <Button kind="quiet" icon={<DirIcon icon={IconArrowBackUp} />} onClick={() => onBin(false)}>
          {t('people.bin.leave')}
        </Button>
      ) : (
        may('parties.delete') && (
          <Button kind="quiet" icon={<IconTrash size="1.1rem" stroke={1.6} aria-hidden />} onClick={() => onBin(true)}>
            {t('people.bin')}
          </Button>
        )
      )}
    </>
  );
  return (
    <PageTitle detail={inBin ? t('people.bin.note') : <CountWords rows={rows} />} actions={actions}>
      {inBin ? `${t('people.bin')} · ${name}` : name}
    </PageTitle>
  );
}

function CountWords({ rows }: { readonly rows: LiveRows<PartyRow> }): ReactNode {
  const t = useT();
  if (rows.count === null) return t('people.counting');
  const { value, capped } = rows.count;
  return (
    <span role="status">
      {capped ? t('people.countCapped', { count: value }) : t('people.count', { count: value })}
    </span>
  );
}
