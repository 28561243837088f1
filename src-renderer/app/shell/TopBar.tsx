// The top bar: search and new at the start, the language, the lock and the person at the end; and that all this is local.

import { Menu, Tooltip } from '@mantine/core';
import {
  IconDeviceLaptop,
  IconLanguage,
  IconLock,
  IconMenu2,
  IconMoon,
  IconPlus,
  IconSearch,
  IconSettings,
  IconKeyboard,
  IconUrgent,
} from '@tabler/icons-react';
import { languages } from '@shared/locale/language';
import type { ReactNode } from 'react';
import { useMay, useSession } from '../../api';
import { Avatar, Bidi, Button, IconButton, Kbd, useNavigation, useT } from '../../ui';
import { JobsButton } from '../../features/jobs';
import { useRoleName } from '../../features/users';
import { useLanguage } from '../language';
import style from './TopBar.module.css';
import type { ShellActions } from './use-shell-actions';

export interface TopBarProps {
  readonly shell: ShellActions;
  readonly onMenu: () => void;
}

export function TopBar({ shell, onMenu }: TopBarProps): ReactNode {
  const t = useT();
  const may = useMay();
  return (
    <header className={style.bar}>
      <span className={style.menu}>
        <IconButton label={t('common.menu')} onClick={onMenu} aria-haspopup="dialog">
          <IconMenu2 size="1.25rem" stroke={1.6} aria-hidden />
        </IconButton>
      </span>
      <button
        type="button"
        className={style.search}
        onClick={() => shell.show('search')}
        aria-keyshortcuts="Control+K"
        aria-haspopup="dialog"
      >
        <IconSearch size="1.1rem" stroke={1.7} aria-hidden />
        <span className={style.searchWords}>{t('common.search-everywhere')}</span>
        <Kbd keys="Ctrl+KeyK" />
      </button>
      {may('parties.create') && (
        <Button
          kind="primary"
          icon={<IconPlus size="1.05rem" stroke={2} aria-hidden />}
          onClick={() => shell.create()}
          aria-keyshortcuts="Control+N"
          aria-haspopup="dialog"
          className={style.new}
        >
          {t('common.new')}
        </Button>
      )}
      <span className={style.space} />
      <Tooltip label={t('common.local-hint')} multiline w={260}>
        <span className={style.local} tabIndex={0}>
          <IconDeviceLaptop size="1rem" stroke={1.6} aria-hidden />
          {t('common.local')}
        </span>
      </Tooltip>
      <JobsButton />
      <LanguageMenu shell={shell} />
      <IconButton label={t('common.lock')} onClick={shell.lock} aria-keyshortcuts="Control+L">
        <IconLock size="1.2rem" stroke={1.6} aria-hidden />
      </IconButton>
      <PersonMenu shell={shell} />
    </header>
  );
}

function LanguageMenu({ shell }: { readonly shell: ShellActions }): ReactNode {
  const t = useT();
  const { language } = useLanguage();
  return (
    <Menu shadow="md" position="bottom-end" transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <button
          type="button"
          className={style.language}
          aria-label={`${t('common.language')}: ${t(`common.language-${language}`)}`}
        >
          <IconLanguage size="1.2rem" stroke={1.6} aria-hidden />
          <span className={style.languageName}>{t(`common.language-${language}`)}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {languages.map((other) => (
          <Menu.Item
            key={other}
            lang={other}
            onClick={() => shell.language(other)}
            data-current={other === language}
            className={style.choice}
          >
            {t(`common.language-${other}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function PersonMenu({ shell }: { readonly shell: ShellActions }): ReactNode {
  const t = useT();
  const nameOf = useRoleName();
  const user = useSession();
  const navigation = useNavigation();
  const may = useMay();
  return (
    <Menu shadow="md" position="bottom-end" transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <button type="button" className={style.person} aria-label={t('common.person-menu', { name: user.displayName })}>
          <Avatar name={user.displayName} size={30} hue="clay" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={style.who}>
          <strong>
            <Bidi>{user.displayName}</Bidi>
          </strong>
          <span className="dw-muted">{nameOf(user.role, user.roleName).name}</span>
        </div>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconSettings size="1.1rem" stroke={1.6} />}
          onClick={() => navigation.go({ page: 'settings' })}
        >
          {t('common.page-settings')}
        </Menu.Item>
        <Menu.Item leftSection={<IconMoon size="1.1rem" stroke={1.6} />} onClick={shell.theme}>
          {t('common.shortcut-theme')}
        </Menu.Item>
        <Menu.Item leftSection={<IconKeyboard size="1.1rem" stroke={1.6} />} onClick={() => shell.show('shortcuts')}>
          {t('common.shortcuts')}
        </Menu.Item>
        {may('access.break-glass') && (
          <Menu.Item
            leftSection={<IconUrgent size="1.1rem" stroke={1.6} />}
            onClick={() => shell.show('emergency')}
            aria-haspopup="dialog"
          >
            {t('emergencies.title')}
          </Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLock size="1.1rem" stroke={1.6} />} onClick={shell.lock}>
          {t('common.lock')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
