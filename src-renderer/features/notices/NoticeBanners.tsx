// At the top of every page, for those who answer for the base: what happened and has to be known, until they say that they have seen it.

import type { Notice } from '@shared/features/notices/notices.contract';
import type { ReactNode } from 'react';
import { useEngineCommand, useEngineQuery, useMay } from '../../api';
import { Banner, Button, ErrorState, useFormat, useT } from '../../ui';

export function NoticeBanners(): ReactNode {
  const list = useEngineQuery('notices.list', {}, { enabled: useMay()('base.manage') });
  return list.data?.notices.map((notice) => <NoticeBanner key={notice.id} notice={notice} onSeen={list.refresh} />);
}

interface NoticeBannerProps {
  readonly notice: Notice;
  readonly onSeen: () => void;
}

function NoticeBanner({ notice: { id, kind, at, who, cards }, onSeen }: NoticeBannerProps): ReactNode {
  const t = useT();
  const format = useFormat();
  const acknowledge = useEngineCommand('notices.acknowledge');
  const see = async (): Promise<void> => {
    const done = await acknowledge.run({ id });
    if (done.ok || done.error.code === 'notices.not-found') onSeen();
  };
  const numbers = format.list(cards.toSorted((a, b) => a - b).map((card) => format.number(card)));
  const action = (
    <Button pending={acknowledge.pending} onClick={() => void see()}>
      {t('recovery.notice.seen')}
    </Button>
  );
  return (
    <Banner action={action}>
      {t(`recovery.notice.${kind}`, { when: format.instant(at), who, cards: numbers })}
      {acknowledge.error !== null && <ErrorState inline error={acknowledge.error} />}
    </Banner>
  );
}
