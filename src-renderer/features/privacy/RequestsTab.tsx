// What people asked about their own data, the one that is due first at the top.

import type { PrivacyRequest } from '@shared/features/requests/request-operations';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineQuery } from '../../api';
import {
  AddButton,
  Answer,
  Button,
  Chip,
  DateText,
  type Hue,
  InstantText,
  Line,
  Lines,
  PartyName,
  useT,
} from '../../ui';
import { CertificateDialog } from './CertificateDialog';
import { ErasureDialog } from './ErasureDialog';
import { RequestActions } from './RequestActions';
import { RequestDialog } from './RequestDialog';

export function RequestsTab(): ReactNode {
  const t = useT();
  const answer = useEngineQuery('privacy.requests', {});
  const [adding, setAdding] = useState(false);
  const [erasing, setErasing] = useState<PrivacyRequest | null>(null);
  const [certificate, setCertificate] = useState<string | null>(null);
  return (
    <>
      <AddButton label={t('privacy.new-request')} onClick={() => setAdding(true)} />
      <Answer of={answer}>
        {({ requests }) => (
          <Lines rows={requests} empty={t('privacy.no-requests')}>
            {(request) => (
              <RequestLine
                key={request.id}
                request={request}
                onErase={() => setErasing(request)}
                onCertificate={setCertificate}
              />
            )}
          </Lines>
        )}
      </Answer>
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
    <Line
      off={state !== 'open'}
      title={t.any(`catalogue.privacy_request.kind.${kind}`)}
      detail={
        <>
          {party === null ? t('privacy.somebody-erased') : <PartyName name={party.name} id={party.id} />} ·{' '}
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
        </>
      }
    >
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
    </Line>
  );
}

function hueOf({ state, daysLeft }: PrivacyRequest): Hue {
  if (state !== 'open') return state === 'done' ? 'green' : 'olive';
  return daysLeft < 0 ? 'rose' : daysLeft <= 7 ? 'amber' : 'lapis';
}
