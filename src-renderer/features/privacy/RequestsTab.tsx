// What people asked about their own data, the one that is due first at the top.

import type { PrivacyRequest } from '@shared/features/requests/request-operations';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineQuery } from '../../api';
import {
  Button,
  Chip,
  DateText,
  EmptyState,
  ErrorState,
  InstantText,
  LoadingState,
  PartyName,
  PlaceLink,
  useT,
  type Hue,
} from '../../ui';
import { CertificateDialog } from './CertificateDialog';
import { ErasureDialog } from './ErasureDialog';
import styles from './privacy.module.css';
import { RequestActions } from './RequestActions';
import { RequestDialog } from './RequestDialog';

export function RequestsTab(): ReactNode {
  const t = useT();
  const { data, error, refresh } = useEngineQuery('privacy.requests', {});
  const [adding, setAdding] = useState(false);
  const [erasing, setErasing] = useState<PrivacyRequest | null>(null);
  const [certificate, setCertificate] = useState<string | null>(null);
  if (error !== null && data === undefined) return <ErrorState error={error} onRetry={refresh} />;
  if (data === undefined) return <LoadingState lines={6} />;
  return (
    <>
      <div>
        <Button icon={<IconPlus size="1rem" aria-hidden />} onClick={() => setAdding(true)}>
          {t('privacy.new-request')}
        </Button>
      </div>
      {data.requests.length === 0 && <EmptyState title={t('privacy.no-requests')} />}
      {data.requests.length > 0 && (
        <ul className={styles.lines}>
          {data.requests.map((request) => (
            <RequestLine
              key={request.id}
              request={request}
              onErase={() => setErasing(request)}
              onCertificate={setCertificate}
            />
          ))}
        </ul>
      )}
      {adding && <RequestDialog onClose={() => setAdding(false)} />}
      {erasing !== null && erasing.party !== null && (
        <ErasureDialog
          partyId={erasing.party.id}
          name={erasing.party.name}
          requestId={erasing.id}
          onClose={() => setErasing(null)}
        />
      )}
      {certificate !== null && <CertificateDialog id={certificate} onClose={() => setCertificate(null)} />}
    </>
  );
}

interface RequestLineProps {
  readonly request: PrivacyRequest;
  onErase(): void;
  onCertificate(erasureId: string): void;
}

function RequestLine({ request, onErase, onCertificate }: RequestLineProps): ReactNode {
  const t = useT();
  const { party, kind, state, dueOn, identityCheck, outcome, approved, closed, erasureId } = request;
  return (
    <li className={styles.line} data-off={state !== 'open' || undefined}>
      <div className={styles.lineWords}>
        <strong>{t.any(`catalogue.privacy_request.kind.${kind}`)}</strong>
        <span>
          {party === null ? (
            t('privacy.somebody-erased')
          ) : (
            <PlaceLink to={{ page: 'party', id: party.id }}>
              <PartyName name={party.name} />
            </PlaceLink>
          )}
        </span>
        <span className="dw-muted">
          {t('catalogue.privacy_request.due_on')} <DateText value={dueOn} />
          {identityCheck !== null && ` · ${t('catalogue.privacy_request.identity_check')}: ${identityCheck}`}
          {approved !== null && ` · ${t('catalogue.privacy_request.approved_by')}: ${approved.by?.name ?? ''}`}
          {closed !== null && (
            <>
              {` · ${t('catalogue.privacy_request.closed_at')} `}
              <InstantText value={closed.at} time={false} />
            </>
          )}
          {outcome !== null && ` · ${outcome}`}
        </span>
      </div>
      <Chip hue={hueOf(request)}>
        {state === 'open'
          ? t('privacy.days-left', { days: request.daysLeft })
          : t.any(`catalogue.privacy_request.state.${state}`)}
      </Chip>
      {state === 'open' && <RequestActions request={request} onErase={onErase} />}
      {erasureId !== null && (
        <Button small onClick={() => onCertificate(erasureId)}>
          {t('privacy.certificate')}
        </Button>
      )}
    </li>
  );
}

function hueOf({ state, daysLeft }: PrivacyRequest): Hue {
  if (state !== 'open') return state === 'done' ? 'green' : 'olive';
  return daysLeft < 0 ? 'rose' : daysLeft <= 7 ? 'amber' : 'lapis';
}
