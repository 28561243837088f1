// One finding: whose, what is wrong, the field that mends it, and the way to say that it does not matter here.

import type { Finding } from '@shared/features/quality/quality.contract';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { client, useMay } from '../../api';
import { Bidi, Button, Buttons, DateText, Dialog, Form, InstantText, Ltr, PlaceLink, TextField, useT } from '../../ui';
import { useDone } from '../operations';
import { FixField } from './FixField';
import styles from './quality.module.css';
import { ruleWords, severityHues } from './words';

export function FindingRow({ finding }: { readonly finding: Finding | undefined }): ReactNode {
  const t = useT();
  if (finding === undefined) return <div className={styles.waiting} />;
  const { rule, party, recordId, evidence, dismissed } = finding;
  return (
    <article
      className={styles.row}
      data-severity={rule.severity}
      style={{ borderInlineStartColor: `var(--dw-hue-${severityHues[rule.severity]})` }}
    >
      <div className={styles.rowWords}>
        <PlaceLink to={{ page: 'party', id: party.id }} className={styles.name}>
          <bdi dir="auto">{party.name}</bdi>
        </PlaceLink>
        <span className={styles.what}>
          <bdi>{ruleWords(t, rule)}</bdi>
          {evidence !== null && <Evidence text={evidence} />}
        </span>
        <span className="dw-muted">{party.owner === null ? t('record.noOwner') : <Bidi>{party.owner.name}</Bidi>}</span>
      </div>
      {dismissed === null ? (
        <div className={styles.rowActions}>
          <FixField partyId={party.id} place={rule.place} recordId={recordId} evidence={evidence} />
          <Dismiss finding={finding} />
        </div>
      ) : (
        <Dismissed finding={finding} dismissed={dismissed} />
      )}
    </article>
  );
}

const day = /^\d{4}-\d{2}-\d{2}$/;

function Evidence({ text }: { readonly text: string }): ReactNode {
  return (
    <span className={styles.evidence}>
      {day.test(text) ? (
        <DateText value={text} />
      ) : /^[\x20-\x7e]+$/.test(text) ? (
        <Ltr>{text}</Ltr>
      ) : (
        <Bidi>{text}</Bidi>
      )}
    </span>
  );
}

function Dismiss({ finding: { party, rule } }: { readonly finding: Finding }): ReactNode {
  const t = useT();
  const done = useDone();
  const may = useMay();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  if (!may('quality.fix')) return null;
  const submit = async (): Promise<void> => {
    if (reason.trim() === '') return;
    done(await client.quality.dismiss({ partyId: party.id, ruleId: rule.id, reason }), t('quality.dismissed'));
    setAsking(false);
  };
  const title = t('quality.dismiss-title', { name: party.name });
  return (
    <>
      <Button small kind="quiet" onClick={() => setAsking(true)}>
        {t('quality.dismiss')}
      </Button>
      <Dialog opened={asking} onClose={() => setAsking(false)} size="small" title={title}>
        <Form onSubmit={submit}>
          <p className="dw-muted">{t('quality.dismiss-text', { rule: ruleWords(t, rule) })}</p>
          <TextField
            label={t('catalogue.quality_dismissal.reason')}
            required
            autoFocus
            value={reason}
            onChange={setReason}
          />
          <Buttons>
            <Button onClick={() => setAsking(false)}>{t('record.cancel')}</Button>
            <Button kind="primary" type="submit" disabled={reason.trim() === ''}>
              {t('quality.dismiss')}
            </Button>
          </Buttons>
        </Form>
      </Dialog>
    </>
  );
}

interface DismissedProps {
  readonly finding: Finding;
  readonly dismissed: NonNullable<Finding['dismissed']>;
}

function Dismissed({ finding: { party, rule }, dismissed }: DismissedProps): ReactNode {
  const t = useT();
  const done = useDone();
  const may = useMay();
  const reopen = async (): Promise<void> =>
    done(await client.quality.reopen({ partyId: party.id, ruleId: rule.id }), t('quality.reopened'));
  return (
    <div className={styles.rowActions}>
      <span className="dw-muted">
        <Bidi>{dismissed.reason}</Bidi> · {dismissed.by !== null && <Bidi>{dismissed.by.name}</Bidi>}{' '}
        <InstantText value={dismissed.at} time={false} />
      </span>
      {may('quality.fix') && (
        <Button small onClick={() => void reopen()}>
          {t('quality.reopen')}
        </Button>
      )}
    </div>
  );
}
