// Where the person is: places as data, written into the address after '#' and checked when read back from it.

import type { AnchorHTMLAttributes, ReactNode, Ref } from 'react';
import { useMemo, useSyncExternalStore } from 'react';

export type ListPage = 'people' | 'organisations' | 'groups';
const listPages: readonly string[] = ['people', 'organisations', 'groups'];
const plainPages = [
  'home',
  'products',
  'forecast',
  'tasks',
  'quotes',
  'duplicates',
  'quality',
  'operations',
  'audit',
  'approvals',
  'settings',
  'users',
  'rights',
  'keys',
  'privacy',
  'health',
  'about',
] as const;
type PlainPage = (typeof plainPages)[number];

export type Place =
  | { readonly page: PlainPage }
  /** `view` is the state of the list (filter, sort, columns) as its page writes it. */
  | { readonly page: ListPage; readonly view?: string }
  | { readonly page: 'deals' | 'leads'; readonly view?: string }
  | { readonly page: 'deal' | 'lead' | 'product' | 'quote'; readonly id: string }
  | { readonly page: 'party'; readonly id: string; readonly tab?: string }
  | { readonly page: 'import'; readonly id?: string };

const VIEW_LIMIT = 4000;
const idPattern = /^[0-9a-f-]{36}$/;
const tabPattern = /^[a-z-]{1,30}$/;

const isRecordPage = (page: string): page is 'deal' | 'lead' | 'product' | 'quote' =>
  ['deal', 'lead', 'product', 'quote'].includes(page);

/** The place an address names, or undefined when it names none. */
export function placeOf(hash: string): Place | undefined {
  const [path = '', search = ''] = hash.replace(/^#?\/?/, '').split('?', 2);
  const [page = '', id] = path.split('/');
  const query = new URLSearchParams(search);
  if (page === '') return { page: 'home' };
  if (isPlain(page) && id === undefined) return { page };
  if ((listPages.includes(page) || page === 'deals' || page === 'leads') && id === undefined) {
    const view = query.get('view') ?? undefined;
    return {
      page: page as ListPage | 'deals' | 'leads',
      view: view !== undefined && view.length <= VIEW_LIMIT ? view : undefined,
    };
  }
  if (isRecordPage(page) && id !== undefined && idPattern.test(id)) return { page, id };
  if (page === 'party' && id !== undefined && idPattern.test(id)) {
    const tab = query.get('tab') ?? undefined;
    return { page, id, tab: tab !== undefined && tabPattern.test(tab) ? tab : undefined };
  }
  if (page === 'import' && (id === undefined || idPattern.test(id))) return { page, id };
  return undefined;
}

export function hrefOf(place: Place): string {
  const query = new URLSearchParams();
  if ('view' in place && place.view !== undefined) query.set('view', place.view);
  if ('tab' in place && place.tab !== undefined) query.set('tab', place.tab);
  const id = 'id' in place && place.id !== undefined ? `/${place.id}` : '';
  const search = query.size > 0 ? `?${query.toString()}` : '';
  return place.page === 'home' ? '#/' : `#/${place.page}${id}${search}`;
}

const isPlain = (page: string): page is PlainPage => (plainPages as readonly string[]).includes(page);

function listen(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
}

export interface Navigation {
  readonly place: Place | undefined;
  go(place: Place): void;
  /** Changes the address without a new step in the history (a filter that changed). */
  replace(place: Place): void;
  back(): void;
}

export function useNavigation(): Navigation {
  const hash = useSyncExternalStore(listen, () => window.location.hash);
  return useMemo(
    () => ({
      place: placeOf(hash),
      go: (place) => {
        window.location.hash = hrefOf(place);
      },
      replace: (place) => {
        window.history.replaceState(null, '', hrefOf(place));
        window.dispatchEvent(new HashChangeEvent('hashchange'));
      },
      back: () => window.history.back(),
    }),
    [hash],
  );
}

export interface PlaceLinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  readonly to: Place;
  readonly ref?: Ref<HTMLAnchorElement>;
  readonly children: ReactNode;
}

/** A link to a place of the program. */
export function PlaceLink({ to, children, ...rest }: PlaceLinkProps): ReactNode {
  return (
    <a {...rest} href={hrefOf(to)}>
      {children}
    </a>
  );
}
