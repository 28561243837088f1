// All that somebody ever said about being contacted: what, when, how, to whom, by which wording, with which proof.

import type { ConsentEntry } from '@shared/features/consent/consent.contract';
import { directionOf } from '@shared/locale/language';
import type { ReactNode } from 'react';
import { useEngineQuery } from '../../api';
import { Bidi, Chip, Dialog, EmptyState, InstantText, useT } from '../../ui';
import { usePurposeWords } from '../privacy';
import styles from './consent.module.css';

export interface ConsentHistoryDialogProps {
  readonly history: readonly ConsentEntry[];
  onClose(): void;
}

export function ConsentHistoryDialog({ history, onClose }: ConsentHistoryDialogProps): ReactNode {
  const t = useT();
  return (
    <Dialog opened onClose={onClose} size="large" title={t('consent.history-title')}>
      {history.length === 0 && <EmptyState title={t('consent.no-history')} />}
      <ol className={styles.history}>
        {history.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ol>
    </Dialog>
  );
}

function Entry({ entry }: { readonly entry: ConsentEntry }): ReactNode {
  const t = useT();
  const wordsOf = usePurposeWords();
  const { data } = useEngineQuery('privacy.purposes', {});
  const purpose = data?.purposes.find(({ id }) => id === entry.purposeId) ?? { id: entry.purposeId, names: null };
  const { action, channel, brand, source, givenBy, by, wording, evidence } = entry;
  return (
    <li className={styles.entry}>
      <span className={styles.holding}>
        <Chip hue={action === 'given' ? 'green' : 'clay'}>{t.any(`catalogue.consent_event.action.${action}`)}</Chip>
        <strong>
          <bdi>{wordsOf(purpose)}</bdi>
        </strong>
        <span>{t.any(`catalogue.consent_event.channel.${channel}`)}</span>
        {brand !== null && <Bidi>{brand}</Bidi>}
      </span>
      <span className={styles.quiet}>
        <InstantText value={entry.at} /> · {t.any(`catalogue.consent_event.source.${source}`)}
        {by !== null && (
          <>
            {' · '}
            <Bidi>{by.name}</Bidi>
          </>
        )}
      </span>
      {givenBy !== null && <span>{t('consent.on-behalf', { name: givenBy })}</span>}
      {evidence !== null && (
        <span className={styles.evidence}>
          <Bidi>{evidence}</Bidi>
        </span>
      )}
      {entry.attachmentId !== null && <span className={styles.quiet}>{t('consent.has-file')}</span>}
      {wording !== null && (
        <blockquote className={styles.wording} lang={wording.language} dir={directionOf(wording.language)}>
          {wording.text}
        </blockquote>
      )}
    </li>
  );
}
