// The head of a record: the name in its scripts, what the party is to the office, how to reach it, who looks after it.

import type { PartyRecord } from '@shared/features/parties/party';
import type { ReactNode } from 'react';
import { Avatar, Bidi, Chip, InstantText, MaskMark, StageMark, hueOfStageName, useT } from '../../../ui';
import { ContactValue } from './ContactValue';
import { RecordMenu } from './RecordMenu';
import { usePartyEdit } from './use-party-edit';
import page from './page.module.css';
import styles from './record.module.css';

const hueOfKind = { person: 'lapis', organisation: 'teal', group: 'violet' } as const;

export function PartyHeader({ record }: { readonly record: PartyRecord }): ReactNode {
  const t = useT();
  const others = [...new Set(record.names.map((name) => name.text))]
    .filter((text) => text !== record.displayName)
    .slice(0, 3);
  return (
    <header className={page.header}>
      <Avatar name={record.displayName} size={60} hue={hueOfKind[record.kind]} />
      <div className={page.headerWords}>
        <h1 className={page.title}>
          <Bidi>{record.displayName}</Bidi>
        </h1>
        {others.length > 0 && (
          <p className={page.otherNames}>
            {others.map((text) => (
              <bdi key={text} dir="auto" className={page.otherName}>
                {text}
              </bdi>
            ))}
          </p>
        )}
        <div className={page.headerChips}>
          <span className={styles.quiet}>{t.any(`catalogue.party.kind.${record.kind}`)}</span>
          {record.roles.map((role) => (
            <Chip key={role.id} hue={hueOfStageName(role.stage)}>
              <span className={page.chipLine}>
                {t.any(`catalogue.party_role.type.${role.type}`)} <StageMark stage={role.stage} />
              </span>
            </Chip>
          ))}
          {record.status === 'archived' && <Chip>{t('record.archived')}</Chip>}
        </div>
      </div>
      <HeaderFacts record={record} />
      <RecordMenu record={record} />
    </header>
  );
}

function HeaderFacts({ record }: { readonly record: PartyRecord }): ReactNode {
  const t = useT();
  const best = (kind: string) =>
    record.contactPoints
      .filter((point) => point.kind === kind && !point.doNotUse && !point.restricted)
      .toSorted((one, other) => Number(other.preferred) - Number(one.preferred))[0];
  const masked = usePartyEdit().isMasked('contact_point.value');
  const phone = best('phone');
  const email = best('email');
  const { value, capped } = record.activityCount;
  return (
    <div className={page.headerFacts}>
      {phone !== undefined && (
        <span>
          <ContactValue kind="phone" value={phone.value} /> {masked && <MaskMark />}
        </span>
      )}
      {email !== undefined && (
        <span>
          <ContactValue kind="email" value={email.value} /> {masked && <MaskMark />}
        </span>
      )}
      <span className={styles.quiet}>
        {record.owner === null ? t('record.noOwner') : t('record.ownedBy', { name: record.owner.name })}
      </span>
      <span className={styles.quiet}>
        {record.lastActivityAt === null ? (
          t('record.neverContacted')
        ) : (
          <>
            {t('record.lastContact')}: <InstantText value={record.lastActivityAt} relative /> ·{' '}
            {t(capped ? 'record.activitiesCapped' : 'record.activities', { count: value })}
          </>
        )}
      </span>
    </div>
  );
}
