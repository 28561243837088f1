// Telling those who answer for the base what they must know, once to each.

import { noticed, type Notice, type noticesContract } from '@shared/features/notices/notices.contract';
import { fail, ok } from '@shared/core/result';
import type { Handlers, QueryContext } from '../../core/context';
import { selectUnseen, type NoticeRow } from './notices.sql';

export function createNoticesService(): Handlers<typeof noticesContract> {
  return {
    list: (context) => ok({ notices: unseen(context) }),
    async acknowledge(context, { id }) {
      if (!unseen(context).some((notice) => notice.id === id)) return fail('notices.not-found');
      return context.commit(() => ok({}), { always: true, details: { operationId: id } });
    },
  };
}

const unseen = ({ db, actor }: QueryContext): Notice[] =>
  db.all(selectUnseen({ commands: JSON.stringify(Object.keys(noticed)), userId: actor.userId ?? '' })).map(noticeOf);

function noticeOf({ id, command, at, who, details }: NoticeRow): Notice {
  const { cards = [] } = JSON.parse(details ?? '{}') as { cards?: number[] };
  return { id, kind: noticed[command as keyof typeof noticed], at, who, cards };
}
