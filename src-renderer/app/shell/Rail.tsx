// The rail: the places of the program at the start edge, narrow or wide; on a small or magnified window it opens from the menu button.

import { Drawer as MantineDrawer, Tooltip, useDirection } from '@mantine/core';
import {
  IconBriefcase,
  IconCalendarCheck,
  IconBuilding,
  IconPackage,
  IconChartLine,
  IconEyeCheck,
  IconFingerprint,
  IconFileImport,
  IconFileInvoice,
  IconHeartbeat,
  IconHistory,
  IconHome2,
  IconInfoCircle,
  IconKey,
  IconListCheck,
  IconLayoutSidebarLeftCollapse,
  IconLayoutSidebarLeftExpand,
  IconSettings,
  IconShieldLock,
  IconTargetArrow,
  IconUser,
  IconUserShield,
  IconUsers,
  IconUsersGroup,
  IconWritingSign,
} from '@tabler/icons-react';
import type { ComponentType, ReactNode } from 'react';
import { useMay } from '../../api';
import { Bidi, DirIcon, IconButton, KhatamMark, PlaceLink, useNavigation, useT } from '../../ui';
import { mayVisit, pageWords } from '../routes';
import style from './Rail.module.css';

type RailPage =
  | 'home'
  | 'tasks'
  | 'people'
  | 'organisations'
  | 'groups'
  | 'leads'
  | 'deals'
  | 'products'
  | 'forecast'
  | 'quotes'
  | 'duplicates'
  | 'quality'
  | 'import'
  | 'operations'
  | 'audit'
  | 'approvals'
  | 'settings'
  | 'users'
  | 'rights'
  | 'keys'
  | 'privacy'
  | 'health'
  | 'about';
type Icon = ComponentType<{ size?: number | string; stroke?: number | string }>;

const upper: readonly (readonly [RailPage, Icon])[] = [
  ['home', IconHome2],
  ['tasks', IconCalendarCheck],
  ['people', IconUser],
  ['organisations', IconBuilding],
  ['groups', IconUsersGroup],
  ['leads', IconTargetArrow],
  ['deals', IconBriefcase],
  ['products', IconPackage],
  ['forecast', IconChartLine],
  ['quotes', IconFileInvoice],
];
const lower: readonly (readonly [RailPage, Icon])[] = [
  ['duplicates', IconUsers],
  ['quality', IconListCheck],
  ['import', IconFileImport],
  ['operations', IconHistory],
  ['audit', IconEyeCheck],
  ['approvals', IconWritingSign],
  ['users', IconUserShield],
  ['rights', IconShieldLock],
  ['keys', IconKey],
  ['privacy', IconFingerprint],
  ['health', IconHeartbeat],
  ['settings', IconSettings],
  ['about', IconInfoCircle],
];

export interface RailProps {
  readonly officeName: string;
  readonly narrow: boolean;
  /** Opened over the page, where there is no room beside it. */
  readonly opened: boolean;
  readonly onNarrow: (narrow: boolean) => void;
  readonly onClose: () => void;
}

export function Rail({ officeName, narrow, opened, onNarrow, onClose }: RailProps): ReactNode {
  const t = useT();
  const { dir } = useDirection();
  const Fold = narrow ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  return (
    <>
      <aside className={style.rail} data-narrow={narrow}>
        <Brand officeName={officeName} narrow={narrow} />
        <RailNav narrow={narrow} />
        <div className={style.foot}>
          <IconButton
            label={t(narrow ? 'common.rail-expand' : 'common.rail-collapse')}
            onClick={() => onNarrow(!narrow)}
          >
            <DirIcon icon={Fold} size={20} />
          </IconButton>
        </div>
      </aside>
      <MantineDrawer
        opened={opened}
        onClose={onClose}
        position={dir === 'rtl' ? 'right' : 'left'}
        size="17rem"
        title={t('common.menu')}
        closeButtonProps={{ 'aria-label': t('common.close') }}
        attributes={{ header: { role: 'presentation' } }}
        classNames={{ content: style.over, header: style.over }}
      >
        <div onClick={onClose} role="presentation">
          <RailNav narrow={false} />
        </div>
      </MantineDrawer>
    </>
  );
}

function Brand({ officeName, narrow }: { readonly officeName: string; readonly narrow: boolean }): ReactNode {
  const t = useT();
  return (
    <div className={style.brand}>
      <KhatamMark size={30} />
      {!narrow && (
        <span className={style.brandWords}>
          <strong className={style.product}>{t('app.name')}</strong>
          <span className={style.office} title={officeName}>
            <Bidi>{officeName}</Bidi>
          </span>
        </span>
      )}
    </div>
  );
}

function RailNav({ narrow }: { readonly narrow: boolean }): ReactNode {
  const t = useT();
  const may = useMay();
  const allowed = (entries: typeof upper): typeof upper => entries.filter(([page]) => mayVisit(page, may));
  return (
    <nav className={style.nav} aria-label={t('common.rail')}>
      <RailGroup entries={allowed(upper)} narrow={narrow} />
      <hr className={style.rule} />
      <RailGroup entries={allowed(lower)} narrow={narrow} />
    </nav>
  );
}

function RailGroup({ entries, narrow }: { readonly entries: typeof upper; readonly narrow: boolean }): ReactNode {
  const t = useT();
  const { place } = useNavigation();
  return (
    <ul className={style.list}>
      {entries.map(([page, PageIcon]) => (
        <li key={page}>
          <Tooltip
            label={t(pageWords[page].label)}
            disabled={!narrow}
            position={document.documentElement.dir === 'rtl' ? 'left' : 'right'}
          >
            <PlaceLink
              to={{ page }}
              className={style.item}
              aria-current={place?.page === page ? 'page' : undefined}
              aria-label={narrow ? t(pageWords[page].label) : undefined}
            >
              <PageIcon size="1.25rem" stroke={1.5} />
              {!narrow && <span className={style.label}>{t(pageWords[page].label)}</span>}
            </PlaceLink>
          </Tooltip>
        </li>
      ))}
    </ul>
  );
}
