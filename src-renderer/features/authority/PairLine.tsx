// What lies between this party and another: who it is, six small lights, and, opened, the words to each and what it stands on.

import type { Authority, AuthorityPair } from '@shared/features/authority/authority.contract';
import { IconChevronDown, IconChevronUp, IconDots, IconFileText } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand } from '../../api';
import { Bidi, Chip, IconButton, Menu, MenuItem, PartyName, useFormat, useT } from '../../ui';
import { useDone } from '../operations';
import styles from './authority.module.css';
import { LightMark } from './LightMark';
import { lightLabel, MatterLights } from './MatterLights';

export interface PairLineProps {
  readonly pair: AuthorityPair;
  /** Which of the two is named: the one that is not this page's. */
  readonly named: 'agent' | 'subject';
  readonly allowed: boolean;
  onEdit(authority: Authority): void;
}

export function PairLine({ pair, named, allowed, onEdit }: PairLineProps): ReactNode {
  const t = useT();
  const [open, setOpen] = useState(false);
  const other = pair[named];
  return (
    <li className={styles.pair}>
      <div className={styles.pairHead}>
        <PartyName name={other.name} id={other.id} />
        <span className={styles.small}>
          {pair.lights.map((light) => (
            <LightMark key={light.matter} light={light.told.light} label={lightLabel(t, light, 'told')} />
          ))}
        </span>
        <IconButton
          small
          label={t('authority.why', { name: other.name })}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {open ? <IconChevronUp size="1rem" aria-hidden /> : <IconChevronDown size="1rem" aria-hidden />}
        </IconButton>
      </div>
      {pair.authorities.map((authority) => (
        <AuthorityWords
          key={authority.id}
          authority={authority}
          allowed={allowed}
          onEdit={() => onEdit(authority)}
          name={other.name}
        />
      ))}
      {open && <MatterLights lights={pair.lights} />}
    </li>
  );
}

interface AuthorityWordsProps {
  readonly authority: Authority;
  readonly name: string;
  readonly allowed: boolean;
  onEdit(): void;
}

function AuthorityWords({ authority, name, allowed, onEdit }: AuthorityWordsProps): ReactNode {
  const t = useT();
  const format = useFormat();
  const { basis, stance, matters, fromOn, toOn, document, note, disputed, withdrawn } = authority;
  const about = format.list(matters.map((matter) => t(`authority.matter.${matter}`)));
  const dates = [
    fromOn === null ? '' : t('authority.since-on', { date: format.date(fromOn) }),
    toOn === null ? '' : t('authority.until-on', { date: format.date(toOn) }),
  ].filter((words) => words !== '');
  return (
    <div className={styles.authority} data-over={withdrawn !== null || undefined}>
      <div className={styles.words}>
        <span>
          {stance === 'refuse' && <Chip hue="rose">{t('catalogue.authority.stance.refuse')}</Chip>}{' '}
          {t(`catalogue.authority.basis.${basis}`)} · {about}
        </span>
        {dates.length > 0 && <span className={styles.quiet}>{dates.join(' ')}</span>}
        {document !== null && (
          <span className={styles.quiet}>
            <IconFileText size="0.9rem" aria-hidden /> <Bidi>{document.name}</Bidi>
          </span>
        )}
        {note !== null && (
          <span className={styles.quiet}>
            <Bidi>{note}</Bidi>
          </span>
        )}
      </div>
      {disputed !== null && <Chip hue="clay">{t('authority.is-disputed')}</Chip>}
      {withdrawn !== null && <Chip>{t('authority.is-withdrawn', { date: format.instant(withdrawn.at) })}</Chip>}
      {allowed && withdrawn === null && <AuthorityMenu authority={authority} name={name} onEdit={onEdit} />}
    </div>
  );
}

function AuthorityMenu({ authority, name, onEdit }: Omit<AuthorityWordsProps, 'allowed'>): ReactNode {
  const t = useT();
  const done = useDone();
  const change = useEngineCommand('authority.change');
  const revoke = useEngineCommand('authority.revoke');
  const { id, disputed } = authority;
  const contest = async (): Promise<void> =>
    done(
      await change.run({ id, disputed: disputed === null }),
      t(disputed === null ? 'authority.disputed' : 'authority.settled', { name }),
    );
  return (
    <Menu
      trigger={
        <IconButton small label={t('authority.actions', { name })} aria-haspopup="menu">
          <IconDots size="1rem" aria-hidden />
        </IconButton>
      }
    >
      <MenuItem onClick={onEdit}>{t('authority.edit')}</MenuItem>
      <MenuItem onClick={() => void contest()}>
        {t(disputed === null ? 'authority.dispute' : 'authority.settle')}
      </MenuItem>
      <MenuItem onClick={async () => done(await revoke.run({ id }), t('authority.withdrew', { name }))}>
        {t('authority.withdraw')}
      </MenuItem>
    </Menu>
  );
}
