// After a commit the screens that show the changed records are asked anew, whatever was changed.
import { expect, test } from 'vitest';
import { ledgerEntities } from '@shared/catalogue';
import { contracts } from '@shared/features/contracts';
import { nounsOf } from '../../src-renderer/api/change-feed';

const nounsFor = (entity: string) => nounsOf({ entities: { [entity]: 'many' }, operationId: '', undoes: null });

test.each(ledgerEntities.map(({ key }) => key))(
  'a change of %s is seen by some screen beside the history',
  (entity) => {
    const nouns = nounsFor(entity);
    expect(nouns).toContain('operations');
    expect(nouns.size).toBeGreaterThan(1);
    for (const noun of nouns) expect(Object.keys(contracts)).toContain(noun);
  },
);
