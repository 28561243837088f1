// Whether the reader may decide about a request; the door is what protects.

import type { Approval } from '@shared/features/approvals/approvals.contract';
import { useMay, useSession } from '../../api';

export function useMayDecide(): (request: Approval) => boolean {
  const { id } = useSession();
  const may = useMay();
  return ({ state, who }) => state === 'waiting' && who?.id !== id && may('approvals.approve');
}
