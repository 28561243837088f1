// What people need and what of ours fits it, for planning what to offer: first the words that nothing fits.

import type { ReactNode } from 'react';
import { useEngineQuery } from '../../api';
import { Bidi, Chip, Dialog, EmptyState, ErrorState, LoadingState, NumberText, Table, useT } from '../../ui';

export function UnmetNeedsDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const t = useT();
  const unmet = useEngineQuery('needs.unmet', {});
  return (
    <Dialog opened size="large" onClose={onClose} title={t('needs.title')}>
      <p className="dw-muted">{t('needs.lead')}</p>
      {unmet.error !== null && <ErrorState inline error={unmet.error} onRetry={unmet.refresh} />}
      {unmet.error === null && unmet.data === undefined && <LoadingState lines={6} />}
      {unmet.data?.words.length === 0 && <EmptyState small title={t('needs.none')} detail={t('needs.none-detail')} />}
      {unmet.data !== undefined && unmet.data.words.length > 0 && (
        <Table
          label={t('needs.title')}
          head={[t('needs.word'), t('needs.people'), t('needs.pressing'), t('needs.ours')]}
        >
          {unmet.data.words.map(({ tag, people, pressing, products }) => (
            <tr key={tag}>
              <th scope="row">
                <Bidi>{tag}</Bidi>
              </th>
              <td>
                <NumberText value={people} />
              </td>
              <td>
                <NumberText value={pressing} />
              </td>
              <td>
                {products === 0 ? <Chip hue="amber">{t('needs.nothing')}</Chip> : <NumberText value={products} />}
              </td>
            </tr>
          ))}
        </Table>
      )}
      {unmet.data !== undefined && unmet.data.more > 0 && (
        <p className="dw-muted">{t('needs.more', { count: unmet.data.more })}</p>
      )}
    </Dialog>
  );
}
