// On the page of a party: who may act for them, for whom they may act, and the question for a call.

import type { Authority, AuthorityPair } from '@shared/features/authority/authority.contract';
import { IconPhoneCheck, IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineQuery } from '../../api';
import { Button, ErrorState, IconButton, LoadingState, Panel, useT } from '../../ui';
import type { PickedParty } from '../search';
import { AuthorityDialog } from './AuthorityDialog';
import styles from './authority.module.css';
import { CallCard } from './CallCard';
import { OwnQuestions } from './OwnQuestions';
import { PairLine } from './PairLine';

export interface AuthoritySectionProps {
  readonly party: PickedParty;
  /** Whether the party may be changed here. */
  readonly allowed: boolean;
}

interface Edited {
  readonly subject: PickedParty;
  readonly agent: PickedParty | null;
  readonly authority: Authority | null;
}

export function AuthoritySection({ party, allowed }: AuthoritySectionProps): ReactNode {
  const t = useT();
  const [calling, setCalling] = useState(false);
  const [edited, setEdited] = useState<Edited | null>(null);
  const add = (): void => setEdited({ subject: party, agent: null, authority: null });
  const action = allowed && (
    <IconButton small label={t('authority.add')} onClick={add}>
      <IconPlus size="1rem" aria-hidden />
    </IconButton>
  );
  return (
    <Panel title={t('authority.title')} action={action} className={styles.section}>
      <Button small icon={<IconPhoneCheck size="1rem" aria-hidden />} onClick={() => setCalling(true)}>
        {t('authority.ask')}
      </Button>
      <Lists party={party} allowed={allowed} onEdit={setEdited} />
      {edited !== null && <AuthorityDialog {...edited} onClose={() => setEdited(null)} />}
      {calling && <CallCard subject={party} caller={null} onClose={() => setCalling(false)} />}
    </Panel>
  );
}

function Lists({ party, allowed, onEdit }: AuthoritySectionProps & { onEdit(edited: Edited): void }): ReactNode {
  const t = useT();
  const { data, error, refresh } = useEngineQuery('authority.list', { partyId: party.id });
  if (error !== null && data === undefined) return <ErrorState inline error={error} onRetry={refresh} />;
  if (data === undefined) return <LoadingState lines={2} />;
  const lists = [
    { named: 'agent', title: t('authority.for-them', { name: party.name }), pairs: data.forThem },
    { named: 'subject', title: t('authority.by-them', { name: party.name }), pairs: data.byThem },
  ] as const;
  const edit = (pair: AuthorityPair) => (authority: Authority) =>
    onEdit({ subject: pair.subject, agent: pair.agent, authority });
  return (
    <>
      {lists.map(({ named, title, pairs }) =>
        pairs.length === 0 ? null : (
          <div key={named} className={styles.group}>
            <h3 className={styles.heading}>{title}</h3>
            <ul className={styles.plain}>
              {pairs.map((pair) => (
                <PairLine key={pair[named].id} pair={pair} named={named} allowed={allowed} onEdit={edit(pair)} />
              ))}
            </ul>
          </div>
        ),
      )}
      {data.forThem.length + data.byThem.length === 0 && <p className={styles.quiet}>{t('authority.none')}</p>}
      <OwnQuestions party={party} questions={data.questions} allowed={allowed} />
    </>
  );
}
