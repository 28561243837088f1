// Documents for clients: the series of numbers a device counts in, quotes with their versions, and what became of them.

import { choice, civilDate, defineEntity, instant, integer, json, longText, reference, text } from './field';

export const quoteStates = ['draft', 'issued', 'accepted', 'declined', 'withdrawn'] as const;

const once = { merge: 'once', required: true } as const;
const event = { merge: 'ledger', required: true } as const;
const guarded = { merge: 'guard', required: true } as const;
const dealing = { subject: 'party_id', data: 'dealing', kept: 'person' } as const;

/** A device numbers its documents in a series of its own, so that two without a connection never give the same number. */
export const numberSeriesEntity = defineEntity({
  key: 'number_series',
  subject: null,
  data: 'office',
  kept: 'office',
  fields: {
    /** 7K */
    code: text(1, once),
    device_id: text(1, once),
    created_at: instant(1, once),
  },
});

export const quoteEntity = defineEntity({
  key: 'quote',
  ...dealing,
  fields: {
    party_id: reference('party', once),
    /** Whoever is not shown the deal still sees their quote. */
    deal_id: reference('deal', { merge: 'guard', loose: true }),
    title: text(2, { required: true }),
    owner_id: reference('app_user'),
    /** Of the document; its client's. */
    language: choice(1, ['ar', 'fa', 'en'], guarded),
    /** ISO 4217. */
    currency: text(1, once),
    /** Given when it is first issued: 7K, 42. */
    series: text(1, { merge: 'once' }),
    counter: integer(1, { merge: 'once' }),
    created_at: instant(1, once),
    created_by: reference('app_user', once),
    deleted_at: instant(1),
    state: choice(1, quoteStates, { derived: true, required: true }),
    /** Since when. */
    state_at: instant(1, { derived: true, required: true, sortable: true }),
    /** Of its last version: which one, until when it holds, what it comes to in minor units. */
    version: integer(1, { derived: true, required: true }),
    valid_until_on: civilDate(1, { derived: true }),
    payable: integer(1, { derived: true, required: true, sortable: true }),
  },
});

/** One version of a quote, whole with its lines. Once it is issued, the database lets nobody change it. */
export const quoteVersionEntity = defineEntity({
  key: 'quote_version',
  ...dealing,
  fields: {
    quote_id: reference('quote', once),
    party_id: reference('party', once),
    version: integer(1, once),
    valid_until_on: civilDate(1, { merge: 'guard' }),
    /** A JSON list: what is offered, how much of it, at which price, why, and what it comes to. */
    lines: json(2, guarded),
    /** On all lines: `{percent}` in basis points or `{amount}`. */
    discount: json(1, { merge: 'guard' }),
    /** `{tax, mode, coin}` of the arithmetic of documents. */
    rounding: json(1, guarded),
    /** What it comes to: list, discounts, net, taxes, gross. */
    sums: json(1, guarded),
    payable: integer(1, guarded),
    /** By how much it is below the prices of the book, in basis points. */
    below_list: integer(1, guarded),
    terms: longText(2),
    created_at: instant(1, once),
    created_by: reference('app_user', once),
    issued_at: instant(1, { merge: 'guard' }),
    issued_by: reference('app_user', { merge: 'guard' }),
    /** As it was then: the name and address of the client, and the document without them. */
    client_name: text(2, { of: 'party.display_name' }),
    client_address: text(2, { of: 'address.lines' }),
    paper: json(2),
  },
});

/** What became of a quote. The last one by time is where it stands. */
export const quoteEventEntity = defineEntity({
  key: 'quote_event',
  ...dealing,
  fields: {
    quote_id: reference('quote', once),
    party_id: reference('party', once),
    version: integer(1, event),
    state: choice(1, quoteStates, event),
    at: instant(1, event),
    by_id: reference('app_user', event),
    reason: text(2, { merge: 'ledger' }),
  },
});
