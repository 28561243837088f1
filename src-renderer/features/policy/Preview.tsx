// What somebody sees with a role as it stands in the editor: counts, and the newest records as they would have them.

import { purposeAskedFor } from '@shared/core/purpose';
import type { RolePolicy } from '@shared/features/policy/policy';
import type { AccessRole } from '@shared/features/policy/policy.contract';
import type { PartyRow } from '@shared/features/parties/party';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { OutputAt } from '../../api';
import { useEngineQuery, useSession } from '../../api';
import { Bidi, ErrorState, LoadingState, Ltr, Panel, Select, useFormat, useT } from '../../ui';
import styles from './policy.module.css';
import { isWhole } from './role-form';

export interface PreviewProps {
  readonly role: AccessRole;
  readonly policy: RolePolicy;
}

const ROWS = 8;

export function Preview({ role, policy }: PreviewProps): ReactNode {
  const t = useT();
  const me = useSession();
  const users = useEngineQuery('users.list', {}).data?.users.filter(({ status }) => status === 'active') ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const userId = chosen ?? users.find((user) => user.role === role.id)?.id ?? me.id;
  const name = users.find(({ id }) => id === userId)?.displayName ?? me.displayName;
  const whole = isWhole(policy);
  const preview = useEngineQuery(
    'policy.preview',
    { userId, policy, limit: ROWS },
    { enabled: whole, keepPrevious: true },
  );
  return (
    <aside className={styles.preview} aria-label={t('policy.preview-title')}>
      <Panel title={t('policy.preview', { name })} level={3} rule="lapis">
        <Select
          label={t('policy.preview-who')}
          value={userId}
          options={users.map((user) => ({ value: user.id, label: user.displayName }))}
          onChange={setChosen}
        />
        {!whole && <p className={styles.caution}>{t('policy.preview-unfit')}</p>}
        {purposeAskedFor
          .filter((look) => policy.purpose.includes(look))
          .map((look) => (
            <p key={look} className={styles.asked}>
              {t(`purpose.preview.${look}`)}
            </p>
          ))}
        {preview.error !== null && <ErrorState inline error={preview.error} onRetry={preview.refresh} />}
        {preview.loading && <LoadingState lines={6} />}
        {whole && preview.error === null && preview.data !== undefined && <Seen seen={preview.data} />}
      </Panel>
    </aside>
  );
}

function Seen({ seen }: { readonly seen: OutputAt<'policy.preview'> }): ReactNode {
  const t = useT();
  const format = useFormat();
  const count = ({ value, capped }: { readonly value: number; readonly capped: boolean }): string =>
    capped ? t('policy.more-than', { count: format.number(value) }) : format.number(value);
  return (
    <div role="status">
      <p className={styles.seen}>
        {t('policy.preview-people', { seen: count(seen.seen), total: count(seen.total), changed: count(seen.changed) })}
      </p>
      <p className={styles.quiet}>{t('policy.preview-activities', { count: count(seen.activities) })}</p>
      {seen.rows.length === 0 ? <p>{t('policy.preview-nothing')}</p> : <Rows rows={seen.rows} />}
    </div>
  );
}

function Rows({ rows }: { readonly rows: readonly PartyRow[] }): ReactNode {
  const t = useT();
  const format = useFormat();
  return (
    <>
      <h4 className={styles.subtitle}>{t('policy.preview-rows')}</h4>
      <ul className={styles.rows}>
        {rows.map((row) => (
          <li key={row.id}>
            <strong>
              <Bidi>{row.displayName}</Bidi>
            </strong>
            <span className={styles.quiet}>
              {row.phone !== null && <Ltr>{format.digits(row.phone)}</Ltr>}{' '}
              {row.city !== null && <Bidi>{row.city}</Bidi>}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
