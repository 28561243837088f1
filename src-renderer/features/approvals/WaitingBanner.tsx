// At the top of every page, for whoever may approve: that a colleague waits for them.

import type { ReactNode } from 'react';
import { useEngineQuery, useMay } from '../../api';
import { Banner, PlaceLink, useNavigation, useT } from '../../ui';
import { useMayDecide } from './use-may-decide';

export function WaitingBanner(): ReactNode {
  const t = useT();
  const { place } = useNavigation();
  const mayDecide = useMayDecide();
  const list = useEngineQuery('approvals.list', { state: 'waiting' }, { enabled: useMay()('approvals.approve') });
  const count = list.data?.approvals.filter(mayDecide).length ?? 0;
  if (count === 0 || place?.page === 'approvals') return null;
  return (
    <Banner
      action={
        <PlaceLink to={{ page: 'approvals' }} className="dw-link">
          {t('approvals.look')}
        </PlaceLink>
      }
    >
      {t('approvals.waits-for-you', { count })}
    </Banner>
  );
}
