// Addresses of the window: each place can be written and read back, and an address that names no place leads nowhere.
import { expect, test } from 'vitest';
import type { Place } from '../../src-renderer/ui/navigation';
import { hrefOf, placeOf } from '../../src-renderer/ui/navigation';

const id = '01a206b6-c341-705e-9690-4ad082778769';

test.each<Place>([
  { page: 'home' },
  { page: 'people', view: '{"filter":{"text":"محمد & co ?#"}}' },
  { page: 'organisations', view: undefined },
  { page: 'party', id, tab: 'history' },
  { page: 'import', id: undefined },
  { page: 'settings' },
])('a place comes back from its address: $page', (place) => {
  expect(placeOf(hrefOf(place))).toEqual(place);
});

test.each(['#/nowhere', '#/party', '#/party/1', '#/party/../../etc', '#/settings/1', '#/people/1'])(
  'an address that names no place is none: %s',
  (address) => {
    expect(placeOf(address)).toBeUndefined();
  },
);

test('a list state too long to be one is left out, and the list still opens', () => {
  expect(placeOf(`#/people?view=${'x'.repeat(5000)}`)).toEqual({ page: 'people', view: undefined });
});
