// At the top of every page while a record is open in an emergency: whose, for how long yet, and the way to end it.

import type { OwnEmergency } from '@shared/features/emergencies/emergencies.contract';
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { useEngineCommand, useEngineQuery, useMay } from '../../api';
import { Banner, Bidi, Button, ErrorState, PlaceLink, useT, Words } from '../../ui';

export function EmergencyBanner(): ReactNode {
  const { data } = useEngineQuery('emergencies.current', {}, { enabled: useMay()('access.break-glass') });
  const own = data?.emergency ?? null;
  return own === null ? null : <OpenBanner key={own.id} own={own} />;
}

const MINUTE = 60_000;

function OpenBanner({ own }: { readonly own: OwnEmergency }): ReactNode {
  const t = useT();
  const end = useEngineCommand('emergencies.end');
  const queries = useQueryClient();
  const minutes = useMinutesLeft(own, queries);
  const endNow = async (): Promise<void> => {
    const done = await end.run({});
    if (done.ok) await queries.resetQueries();
  };
  return (
    <Banner
      tone="danger"
      action={
        <Button kind="danger" pending={end.pending} onClick={() => void endNow()}>
          {t('emergencies.end')}
        </Button>
      }
    >
      <Words
        id="emergencies.open-now"
        values={{
          minutes,
          name: (
            <PlaceLink to={{ page: 'party', id: own.party.id }} className="dw-link">
              <Bidi>{own.party.name}</Bidi>
            </PlaceLink>
          ),
        }}
      />
      {end.error !== null && <ErrorState inline error={end.error} />}
    </Banner>
  );
}

/**
 * Counted down from what the engine said, whatever the clock of the window shows. When it is over, what the pages still show is
 * nobody's to see any more.
 */
function useMinutesLeft({ leftMs }: OwnEmergency, queries: QueryClient): number {
  const [minutes, setMinutes] = useState(Math.ceil(leftMs / MINUTE));
  useEffect(() => {
    const began = performance.now();
    const left = (): number => leftMs - (performance.now() - began);
    const timer = window.setInterval(() => setMinutes(Math.max(0, Math.ceil(left() / MINUTE))), 1000);
    const over = window.setTimeout(() => void queries.resetQueries(), Math.max(0, leftMs));
    return () => {
      window.clearInterval(timer);
      window.clearTimeout(over);
    };
  }, [leftMs, queries]);
  return minutes;
}
