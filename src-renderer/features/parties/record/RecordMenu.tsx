// What can be done with a whole record: archive it, print it, move it to the bin.

import type { PartyRecord } from '@shared/features/parties/party';
import { IconArchive, IconArrowsJoin2, IconDots, IconPrinter, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { appClient, useEngineCommand, useMay } from '../../../api';
import { DirIcon, IconButton, Menu, MenuItem, useNavigation, useT } from '../../../ui';
import { useDone } from '../../operations';
import { pageOfKind } from '../list/list-view';
import { MergeWithDialog } from '../merge/MergeWithDialog';
import styles from './record.module.css';
import { usePartyEdit } from './use-party-edit';

export function RecordMenu({ record }: { readonly record: PartyRecord }): ReactNode {
  const t = useT();
  const may = useMay();
  const done = useDone();
  const edit = usePartyEdit();
  const navigation = useNavigation();
  const remove = useEngineCommand('parties.remove');
  const note = useEngineCommand('access.print');
  // What leaves on paper is written down first.
  const print = async (): Promise<void> => {
    const noted = await note.run({ partyId: record.id });
    if (noted.ok) await appClient.printWindow({});
    else done(noted, '');
  };
  const [merging, setMerging] = useState(false);
  const archived = record.status === 'archived';
  const toBin = async (): Promise<void> => {
    const result = await remove.run({ ids: [record.id] });
    done(result, t('record.removed', { name: record.displayName }));
    if (result.ok) navigation.go({ page: pageOfKind[record.kind] });
  };
  return (
    <>
      <Menu
        trigger={
          <IconButton className={styles.menuSpot} kind="plain" label={t('record.actions')} aria-haspopup="menu">
            <IconDots size="1.1rem" aria-hidden />
          </IconButton>
        }
      >
        <MenuItem icon={<IconPrinter size="1rem" stroke={1.6} aria-hidden />} onClick={() => void print()}>
          {t('record.print')}
        </MenuItem>
        {edit.allowed && (
          <MenuItem
            icon={<IconArchive size="1rem" stroke={1.6} aria-hidden />}
            onClick={() =>
              void edit.save({ set: { status: archived ? 'active' : 'archived' } }, t('record.field.status'))
            }
          >
            {t(archived ? 'record.activate' : 'record.archive')}
          </MenuItem>
        )}
        {may('parties.merge') && record.deletedAt === null && (
          <MenuItem icon={<DirIcon icon={IconArrowsJoin2} size={16} />} onClick={() => setMerging(true)}>
            {t('merging.with')}
          </MenuItem>
        )}
        {may('parties.delete') && record.deletedAt === null && (
          <MenuItem icon={<IconTrash size="1rem" stroke={1.6} aria-hidden />} onClick={() => void toBin()}>
            {t('record.remove')}
          </MenuItem>
        )}
      </Menu>
      {merging && (
        <MergeWithDialog
          record={record}
          onClose={() => setMerging(false)}
          onMerged={(id) => navigation.replace({ page: 'party', id })}
        />
      )}
    </>
  );
}
