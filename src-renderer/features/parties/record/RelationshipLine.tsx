// One relationship in words: what the other is, who it is, since when, and whether it has ended.

import { IconDots } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useEngineCommand } from '../../../api';
import { Bidi, Chip, IconButton, Menu, MenuItem, PartyName, useFormat, useT } from '../../../ui';
import { useDone } from '../../operations';
import { kindIcons } from '../map/kind-icons';
import { Origin } from '../merge/origins';
import styles from './record.module.css';
import { isEnded, otherLabel } from './relation-choices';
import type { Relationship } from './relation-choices';
import { usePartyEdit } from './use-party-edit';

export interface RelationshipLineProps {
  readonly relationship: Relationship;
  readonly today: string;
  onEdit(): void;
}

export function RelationshipLine({ relationship, today, onEdit }: RelationshipLineProps): ReactNode {
  const t = useT();
  const { allowed } = usePartyEdit();
  const { party, position, note } = relationship;
  const Icon = kindIcons[party.kind];
  const ended = isEnded(relationship, today);
  return (
    <div className={styles.partLine} data-ended={ended || undefined}>
      <Icon size="1.1rem" stroke={1.6} className={styles.relationIcon} aria-hidden="true" />
      <div className={styles.partWords}>
        <span className={styles.quietLine}>
          {otherLabel(t, relationship)}
          {position !== null && (
            <>
              {' · '}
              <Bidi>{position}</Bidi>
            </>
          )}
        </span>
        <span className={styles.addressLine}>
          <PartyName name={party.name} id={party.id} />
        </span>
        <Period relationship={relationship} />
        <Origin partyId={relationship.partyId} />
        {note !== null && (
          <span className={styles.quietLine}>
            <Bidi>{note}</Bidi>
          </span>
        )}
      </div>
      {ended && <Chip>{t('relationships.ended')}</Chip>}
      {allowed && <LineMenu relationship={relationship} today={today} onEdit={onEdit} />}
    </div>
  );
}

function Period({ relationship: { fromOn, toOn } }: { readonly relationship: Relationship }): ReactNode {
  const t = useT();
  const format = useFormat();
  if (fromOn === null && toOn === null) return null;
  const from = fromOn === null ? '' : `${t('relationships.from')} ${format.date(fromOn)}`;
  const to = toOn === null ? '' : `${t('relationships.to')} ${format.date(toOn)}`;
  return <span className={styles.quietLine}>{`${from} ${to}`.trim()}</span>;
}

function LineMenu({ relationship, today, onEdit }: RelationshipLineProps): ReactNode {
  const t = useT();
  const done = useDone();
  const update = useEngineCommand('relationships.update');
  const remove = useEngineCommand('relationships.remove');
  const { id, party } = relationship;
  return (
    <Menu
      trigger={
        <IconButton className={styles.menuSpot} small label={t('relationships.edit')} aria-haspopup="menu">
          <IconDots size="1rem" aria-hidden />
        </IconButton>
      }
    >
      <MenuItem onClick={onEdit}>{t('record.edit')}</MenuItem>
      {!isEnded(relationship, today) && (
        <MenuItem
          onClick={async () =>
            done(await update.run({ id, toOn: today }), t('relationships.changed', { name: party.name }))
          }
        >
          {t('relationships.end')}
        </MenuItem>
      )}
      <MenuItem onClick={async () => done(await remove.run({ id }), t('relationships.removed', { name: party.name }))}>
        {t('relationships.remove')}
      </MenuItem>
    </Menu>
  );
}
