// Contact points of a party that are on the list of those whom nobody contacts again.

import { useEngineQuery, useMay } from '../../api';

export function useSuppressedPoints(partyId: string): readonly string[] {
  const enabled = useMay()('consent.read');
  return useEngineQuery('consent.list', { partyId }, { enabled }).data?.suppressedPointIds ?? [];
}
