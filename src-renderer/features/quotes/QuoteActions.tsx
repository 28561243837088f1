// What can be done with a quote: put it on paper, issue it, write down what the client answered, make another version.

import type { Quote, QuoteVersion } from '@shared/features/quotes/quote';
import type { Failure } from '@shared/core/result';
import type { Paper } from '@shared/paper/paper';
import { IconFileTypePdf, IconPrinter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { appClient, client, useEngineCommand, useMay } from '../../api';
import { Button, Buttons, ErrorState, useNavigation, useT } from '../../ui';

export interface QuoteActionsProps {
  readonly quote: Quote;
  readonly version: QuoteVersion;
}

const icon = { size: '1rem', stroke: 1.6, 'aria-hidden': true } as const;

export function QuoteActions({ quote, version }: QuoteActionsProps): ReactNode {
  const t = useT();
  const paper = useOnPaper({ id: quote.id, version: version.version });
  return (
    <>
      <Buttons>
        <Button icon={<IconPrinter {...icon} />} pending={paper.pending} onClick={() => void paper.print()}>
          {t('record.print')}
        </Button>
        <Button
          icon={<IconFileTypePdf {...icon} />}
          pending={paper.pending}
          onClick={() => void paper.save(`${quote.number ?? t('quotes.state.draft')}.pdf`)}
        >
          {t('quotes.pdf')}
        </Button>
        {quote.deletedAt === null && version.version === quote.version && <Steps quote={quote} version={version} />}
      </Buttons>
      {paper.error !== null && <ErrorState inline error={paper.error} />}
    </>
  );
}

/** That it leaves the base is written down by the question for it. */
function useOnPaper(asked: { readonly id: string; readonly version: number }) {
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<Failure | null>(null);
  const give = async (way: (paper: Paper) => Promise<{ readonly ok: boolean }>) => {
    setPending(true);
    const given = await client.quotes.paper(asked);
    const done = given.ok ? await way(given.value.paper) : given;
    setError('error' in done ? (done.error as Failure) : null);
    setPending(false);
  };
  return {
    pending,
    error,
    print: () => give((paper) => appClient.printPaper({ paper })),
    save: (name: string) => give((paper) => appClient.savePaper({ paper, name })),
  };
}

function Steps({ quote, version }: QuoteActionsProps): ReactNode {
  const may = useMay()('quotes.write');
  if (!may) return null;
  return version.issuedAt === null ? <DraftSteps quote={quote} version={version} /> : <IssuedSteps quote={quote} />;
}

function DraftSteps({ quote, version }: QuoteActionsProps): ReactNode {
  const t = useT();
  const { go } = useNavigation();
  const issue = useEngineCommand('quotes.issue');
  const remove = useEngineCommand('quotes.remove');
  const discard = async (): Promise<void> => {
    const removed = await remove.run({ id: quote.id });
    if (removed.ok) go({ page: 'quotes' });
  };
  const failed = issue.error ?? remove.error;
  return (
    <>
      {quote.number === null && (
        <Button kind="quiet" pending={remove.pending} onClick={() => void discard()}>
          {t('quotes.remove')}
        </Button>
      )}
      <Button
        kind="primary"
        pending={issue.pending}
        disabled={version.lines.length === 0}
        onClick={() => void issue.run({ id: quote.id, payable: version.payable })}
      >
        {t('quotes.issue')}
      </Button>
      {failed !== null && <ErrorState inline error={failed} />}
    </>
  );
}

function IssuedSteps({ quote }: { readonly quote: Quote }): ReactNode {
  const t = useT();
  const accept = useEngineCommand('quotes.accept');
  const decline = useEngineCommand('quotes.decline');
  const withdraw = useEngineCommand('quotes.withdraw');
  const revise = useEngineCommand('quotes.revise');
  const failed = accept.error ?? decline.error ?? withdraw.error ?? revise.error;
  const { id, state } = quote;
  return (
    <>
      <Button pending={revise.pending} onClick={() => void revise.run({ id })}>
        {t('quotes.revise')}
      </Button>
      {(state === 'issued' || state === 'expired') && (
        <>
          <Button kind="quiet" pending={withdraw.pending} onClick={() => void withdraw.run({ id })}>
            {t('quotes.withdraw')}
          </Button>
          <Button pending={decline.pending} onClick={() => void decline.run({ id })}>
            {t('quotes.decline')}
          </Button>
        </>
      )}
      {state === 'issued' && (
        <Button kind="primary" pending={accept.pending} onClick={() => void accept.run({ id })}>
          {t('quotes.accept')}
        </Button>
      )}
      {failed !== null && <ErrorState inline error={failed} />}
    </>
  );
}
