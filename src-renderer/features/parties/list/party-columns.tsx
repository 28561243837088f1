// The columns of the register: what each shows of a row, and how wide it begins.

import type { PartyRow } from '@shared/features/parties/party';
import type { ReactNode } from 'react';
import { useMemo } from 'react';
import { useIsMasked } from '../../../api';
import { Bidi, Chip, InstantText, Phone, Ltr, PartyName, useFormat, useT } from '../../../ui';
import type { Format, GridColumn, Translate } from '../../../ui';
import { kindIcons } from '../map/kind-icons';
import { sortableColumn } from './list-view';
import type { PartyColumn } from './list-view';
import styles from './list.module.css';

/** Pixels at the normal text size. */
const plainWidths: Readonly<Record<PartyColumn, number>> = {
  name: 280,
  kind: 110,
  roles: 190,
  phone: 160,
  email: 210,
  city: 120,
  owner: 150,
  status: 110,
  'last-activity': 140,
  created: 140,
  updated: 140,
};

type Render = (row: PartyRow) => ReactNode;

function rendersOf(t: Translate, format: Format): Readonly<Record<PartyColumn, Render>> {
  const day = (at: number | null): ReactNode =>
    at === null ? <span className={styles.quiet}>{t('people.never')}</span> : <InstantText value={at} time={false} />;
  const words = (text: string | null): ReactNode => text !== null && <Bidi>{text}</Bidi>;
  return {
    name: (row) => <NameCell row={row} />,
    kind: (row) => t.any(`catalogue.party.kind.${row.kind}`),
    roles: (row) => row.roles.map((role) => <Chip key={role}>{t.any(`catalogue.party_role.type.${role}`)}</Chip>),
    phone: (row) => row.phone !== null && <Phone value={format.digits(row.phone)} />,
    email: (row) => row.email !== null && <Ltr>{row.email}</Ltr>,
    city: (row) => words(row.city),
    owner: (row) => words(row.ownerName),
    status: (row) => t.any(`catalogue.party.status.${row.status}`),
    'last-activity': (row) => day(row.lastActivityAt),
    created: (row) => day(row.createdAt),
    updated: (row) => day(row.updatedAt),
  };
}

function NameCell({ row }: { readonly row: PartyRow }): ReactNode {
  const t = useT();
  const Icon = kindIcons[row.kind];
  return (
    <span className={styles.name}>
      <Icon size="1rem" stroke={1.6} className={styles.kindIcon} aria-hidden="true" />
      <span className={styles.nameWords}>
        <PartyName name={row.displayName} id={row.id} />
      </span>
      {row.status === 'archived' && <span className={styles.archived}>{t('record.archived')}</span>}
    </span>
  );
}

export interface PartyColumns {
  readonly all: readonly GridColumn<PartyRow>[];
  readonly shown: readonly GridColumn<PartyRow>[];
}

export function usePartyColumns(
  columns: readonly PartyColumn[],
  widths: Readonly<Record<string, number>>,
): PartyColumns {
  const t = useT();
  const format = useFormat();
  const nameless = useIsMasked()('party_name.text');
  return useMemo(() => {
    const renders = rendersOf(t, format);
    const columnOf = (key: PartyColumn): GridColumn<PartyRow> => ({
      key,
      header: t(`people.column.${key}`),
      width: widths[key] ?? plainWidths[key],
      sortable: sortableColumn(key) && !(key === 'name' && nameless),
      render: renders[key],
    });
    const keys = Object.keys(plainWidths) as PartyColumn[];
    return { all: keys.map(columnOf), shown: keys.filter((key) => columns.includes(key)).map(columnOf) };
  }, [t, format, nameless, columns, widths]);
}
