// One role: its stage, who looks after it, on what terms, how it came here; and what can be done with it.

import { stagesAfter } from '@shared/features/roles/role-stages';
import { IconDots } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import {
  Bidi,
  DateText,
  IconButton,
  InstantText,
  Menu,
  MenuDivider,
  MenuItem,
  MenuLabel,
  StageMark,
  useFormat,
  useT,
} from '../../../ui';
import { Origin } from '../merge/origins';
import { EndRoleDialog } from './EndRoleDialog';
import { MoveRoleDialog } from './MoveRoleDialog';
import styles from './record.module.css';
import type { Role } from './role';
import { RoleForm } from './RoleForm';
import { usePartyEdit } from './use-party-edit';

type Doing = { readonly what: 'edit' | 'end' } | { readonly what: 'move'; readonly to: Role['stage'] } | null;

export function RoleCard({ role }: { readonly role: Role }): ReactNode {
  const t = useT();
  const { allowed } = usePartyEdit();
  const [doing, setDoing] = useState<Doing>(null);
  const close = (): void => setDoing(null);
  if (doing?.what === 'edit') return <RoleForm role={role} onClose={close} />;
  return (
    <>
      <div className={styles.roleHead}>
        <span className={styles.strong}>{t.any(`catalogue.party_role.type.${role.type}`)}</span>
        <StageMark stage={role.stage} />
        {allowed && <RoleMenu role={role} onDo={setDoing} />}
      </div>
      <RoleFacts role={role} />
      <Origin partyId={role.partyId} />
      {role.events.length > 1 && <RoleEvents role={role} />}
      {doing?.what === 'move' && <MoveRoleDialog role={role} to={doing.to} onClose={close} />}
      {doing?.what === 'end' && <EndRoleDialog role={role} onClose={close} />}
    </>
  );
}

function RoleFacts({ role }: { readonly role: Role }): ReactNode {
  const t = useT();
  const format = useFormat();
  return (
    <div className={styles.roleFacts}>
      {role.owner !== null && <Fact label={t('record.field.owner')} value={role.owner.name} />}
      {role.deputy !== null && <Fact label={t('record.field.deputy')} value={role.deputy.name} />}
      {role.startedOn !== null && <span>{t('record.role.since', { date: format.date(role.startedOn) })}</span>}
      {role.terms !== null && <Fact label={t('record.field.terms')} value={role.terms} />}
      {role.endedOn !== null && (
        <span>{t('record.role.endedSince', { date: format.date(role.endedOn), reason: role.endReason ?? '' })}</span>
      )}
      {role.winBackOn !== null && (
        <span className={styles.caution}>
          {t('record.field.winBackOn')}: <DateText value={role.winBackOn} />
        </span>
      )}
    </div>
  );
}

function Fact({ label, value }: { readonly label: string; readonly value: string }): ReactNode {
  return (
    <span>
      {label}: <Bidi>{value}</Bidi>
    </span>
  );
}

function RoleEvents({ role }: { readonly role: Role }): ReactNode {
  const t = useT();
  return (
    <details className={styles.details}>
      <summary>{t('record.role.events')}</summary>
      <ol className={styles.events}>
        {role.events
          .toSorted((one, other) => other.at - one.at)
          .map((event) => (
            <li key={event.id}>
              <StageMark stage={event.to} />{' '}
              <span className={styles.quiet}>
                <InstantText value={event.at} time={false} />
              </span>
              {event.by !== null && (
                <span className={styles.quiet}>
                  {' '}
                  · <Bidi>{event.by.name}</Bidi>
                </span>
              )}
              {event.reason !== null && (
                <div className={styles.quietLine}>
                  <Bidi>{event.reason}</Bidi>
                </div>
              )}
            </li>
          ))}
      </ol>
    </details>
  );
}

function RoleMenu({ role, onDo }: { readonly role: Role; onDo(doing: Doing): void }): ReactNode {
  const t = useT();
  const name = t.any(`catalogue.party_role.type.${role.type}`);
  const moves = stagesAfter(role.stage).filter((stage) => stage !== 'ended');
  return (
    <Menu
      trigger={
        <IconButton
          className={styles.menuSpot}
          small
          label={t('record.role.actions', { role: name })}
          aria-haspopup="menu"
        >
          <IconDots size="1rem" aria-hidden />
        </IconButton>
      }
    >
      <MenuLabel>{t('record.role.move')}</MenuLabel>
      {moves.map((to) => (
        <MenuItem key={to} onClick={() => onDo({ what: 'move', to })}>
          <StageMark stage={to} />
        </MenuItem>
      ))}
      <MenuDivider />
      <MenuItem onClick={() => onDo({ what: 'edit' })}>{t('record.role.change')}</MenuItem>
      {role.stage !== 'ended' && <MenuItem onClick={() => onDo({ what: 'end' })}>{t('record.role.end')}</MenuItem>}
    </Menu>
  );
}
