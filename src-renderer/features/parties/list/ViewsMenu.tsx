// Saved views of the register: open one, save what is shown, rename, share, remove.

import { Menu } from '@mantine/core';
import type { SavedView } from '@shared/features/views/views.contract';
import { IconBookmark, IconPencil, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand, useEngineQuery, useMay } from '../../../api';
import { Bidi, Button, useT } from '../../../ui';
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
      <Menu position="bottom-end" shadow="md" withinPortal transitionProps={{ duration: 0 }}>
        <Menu.Target>
          <Button small icon={<IconBookmark size="1.05rem" stroke={1.6} aria-hidden />} aria-haspopup="menu">
            {current === undefined ? t('people.views') : <Bidi>{current.name}</Bidi>}
          </Button>
        </Menu.Target>
        <Menu.Dropdown className={styles.views}>
          <Menu.Item onClick={() => onChange(plainView())}>{t('people.views.all')}</Menu.Item>
          {saved.map((one) => (
            <Menu.Item
              key={one.id}
              aria-current={one.id === current?.id || undefined}
              onClick={() => open(one)}
              rightSection={
                <span className={styles.quiet}>
                  {t(one.shared ? 'people.views.sharedMark' : 'people.views.privateMark')}
                </span>
              }
            >
              <Bidi>{one.name}</Bidi>
            </Menu.Item>
          ))}
          {saved.length === 0 && <Menu.Label>{t('people.views.none')}</Menu.Label>}
          <Menu.Divider />
          <Menu.Item onClick={() => setEditing({ saved: null })}>{t('people.views.save')}</Menu.Item>
          {opened !== undefined && <UpdateItem saved={opened} view={view} />}
          {current?.mine === true && <OwnViewItems saved={current} onEdit={() => setEditing({ saved: current })} />}
        </Menu.Dropdown>
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
      <Menu.Item leftSection={<IconPencil size="1rem" stroke={1.6} aria-hidden />} onClick={onEdit}>
        {t('people.views.rename')}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconTrash size="1rem" stroke={1.6} aria-hidden />}
        onClick={async () => done(await remove.run({ id: saved.id }), t('people.views.removed', { name: saved.name }))}
      >
        {t('people.views.remove')}
      </Menu.Item>
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
  return <Menu.Item onClick={() => void run()}>{t('people.views.update', { name: saved.name })}</Menu.Item>;
}
