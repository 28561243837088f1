// What an erasure counts, in words: an entity of the catalogue, or what lies beside records.

import { useT } from '../../ui';

const beside: readonly string[] = ['history', 'mentions', 'leftovers', 'files'];

export function useTouchedWords(): (what: string) => string {
  const t = useT();
  return (what) => t.any(beside.includes(what) ? `privacy.touched.${what}` : `catalogue.${what}`);
}
