// For whoever answers for privacy: that emergency accesses of others wait to be judged.

import type { ReactNode } from 'react';
import { useEngineQuery, useMay, useSession } from '../../api';
import { Banner, PlaceLink, useNavigation, useT } from '../../ui';

export function UnreviewedBanner(): ReactNode {
  const t = useT();
  const user = useSession();
  const { place } = useNavigation();
  const list = useEngineQuery('emergencies.list', { state: 'unreviewed' }, { enabled: useMay()('privacy.manage') });
  const count = list.data?.emergencies.filter((one) => one.user.id !== user.id).length ?? 0;
  if (count === 0 || place?.page === 'privacy') return null;
  return (
    <Banner
      action={
        <PlaceLink to={{ page: 'privacy' }} className="dw-link">
          {t('emergencies.look')}
        </PlaceLink>
      }
    >
      {t('emergencies.wait', { count })}
    </Banner>
  );
}
