// Among the people: somebody left since the key was last changed. Offers to change it, to whoever may.

import type { ReactNode } from 'react';
import { useEngineQuery, useMay } from '../../api';
import { Banner, Button, useFormat, useNavigation, useT } from '../../ui';

/** `removals` grows with each person removed here. */
export function LeftNotice({ removals }: { readonly removals: number }): ReactNode {
  return useMay()('base.manage') ? <Notice key={removals} /> : null;
}

function Notice(): ReactNode {
  const t = useT();
  const format = useFormat();
  const { go } = useNavigation();
  const { data } = useEngineQuery('keys.status', {});
  if (data === undefined || data.leftSince.length === 0) return null;
  const { leftSince } = data;
  return (
    <Banner action={<Button onClick={() => go({ page: 'keys' })}>{t('rotation.left-offer')}</Button>}>
      {t('rotation.left', { count: leftSince.length, names: format.list([...leftSince]) })}
    </Banner>
  );
}
