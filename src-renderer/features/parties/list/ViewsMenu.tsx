// Saved views of the register: open one, save what is shown, rename, share, remove.

import type { SavedView } from '@shared/features/views/views.contract';
import { IconBookmark, IconPencil, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand, useEngineQuery, useMay } from '../../../api';
import { Bidi, Button, Menu, MenuDivider, MenuItem, MenuLabel, useT } from '../../../ui';
import { useDone } from '../../operations';
import { plainView, sameView } from './list-view';
import type { ListView } from './list-view';
import styles from './list.module.css';
import { SaveViewDialog } from './SaveViewDialog';

export interface ViewsMenuProps {
  readonly view: ListView;
  onChange(view: ListView): void;
}

type Editing = { readonly saved: SavedView | null } | null;

export function ViewsMenu({ view, onChange }: ViewsMenuProps): ReactNode {
  const t = useT();
  const views = useEngineQuery('views.list', { list: 'parties' });
  const [editing, setEditing] = useState<Editing>(null);
  const saved = views.data?.views ?? [];
  const current = saved.find((one) => sameView(one.definition, view));
  // The view that was opened and then changed may take the change over.
  const [openedId, setOpenedId] = useState<string | null>(null);
  const opened = current === undefined ? saved.find((one) => one.id === openedId && one.mine) : undefined;
  const open = (one: SavedView): void => {
    setOpenedId(one.id);
    onChange(one.definition);
  };
  return (
    <>
      <Menu
        className={styles.views}
        trigger={
          <Button small icon={<IconBookmark size="1.05rem" stroke={1.6} aria-hidden />} aria-haspopup="menu">
            {current === undefined ? t('people.views') : <Bidi>{current.name}</Bidi>}
          </Button>
        }
      >
        <MenuItem onClick={() => onChange(plainView())}>{t('people.views.all')}</MenuItem>
        {saved.map((one) => (
          <MenuItem
            key={one.id}
            current={one.id === current?.id}
            onClick={() => open(one)}
            mark={
              <span className={styles.quiet}>
                {t(one.shared ? 'people.views.sharedMark' : 'people.views.privateMark')}
              </span>
            }
          >
            <Bidi>{one.name}</Bidi>
          </MenuItem>
        ))}
        {saved.length === 0 && <MenuLabel>{t('people.views.none')}</MenuLabel>}
        <MenuDivider />
        <MenuItem onClick={() => setEditing({ saved: null })}>{t('people.views.save')}</MenuItem>
        {opened !== undefined && <UpdateItem saved={opened} view={view} />}
        {current?.mine === true && <OwnViewItems saved={current} onEdit={() => setEditing({ saved: current })} />}
      </Menu>
      {editing !== null && <SaveViewDialog saved={editing.saved} view={view} onClose={() => setEditing(null)} />}
    </>
  );
}

function OwnViewItems({ saved, onEdit }: { readonly saved: SavedView; onEdit(): void }): ReactNode {
  const t = useT();
  const may = useMay();
  const done = useDone();
  const remove = useEngineCommand('views.remove');
  if (!may('views.write')) return null;
  return (
    <>
      <MenuItem icon={<IconPencil size="1rem" stroke={1.6} aria-hidden />} onClick={onEdit}>
        {t('people.views.rename')}
      </MenuItem>
      <MenuItem
        icon={<IconTrash size="1rem" stroke={1.6} aria-hidden />}
        onClick={async () => done(await remove.run({ id: saved.id }), t('people.views.removed', { name: saved.name }))}
      >
        {t('people.views.remove')}
      </MenuItem>
    </>
  );
}

function UpdateItem({ saved, view }: { readonly saved: SavedView; readonly view: ListView }): ReactNode {
  const t = useT();
  const done = useDone();
  const save = useEngineCommand('views.save');
  const run = async (): Promise<void> => {
    const { id, name, shared } = saved;
    const result = await save.run({ id, list: 'parties', name, shared, definition: view });
    done(result, t('people.views.saved', { name }));
  };
  return <MenuItem onClick={() => void run()}>{t('people.views.update', { name: saved.name })}</MenuItem>;
}
