// Gathers the properties of one card into a record whose shape no longer depends on the version or the program that wrote it.

import type {
  VcardAddress,
  VcardDate,
  VcardEntry,
  VcardName,
  VcardRecord,
} from '@shared/features/imports/mapping/vcard-record';
import type { TextEncoding } from '../text/encoding';
import type { CollectedCard } from './card-lines';
import type { ContentLine } from './content-line';
import { parameter, typesOf } from './content-line';
import { decodedBytes, decodedValue, splitValue, unescapeText } from './property-value';

/** Labels Apple's programs write as `_$!<Spouse>!$_`. */
const APPLE_LABEL = /^_\$!<(.*)>!\$_$/;

export function cardRecord(collected: CollectedCard, fileEncoding: TextEncoding): VcardRecord {
  const card = new CardReader(collected.lines, fileEncoding);
  return {
    version: versionOf(card.first('VERSION')),
    uid: card.first('UID'),
    kind: kindOf(card),
    formattedNames: card.texts('FN'),
    names: card.lines('N').map((line) => nameOf(card.parts(line))),
    nicknames: card.lists('NICKNAME'),
    phonetic: {
      given: card.first('X-PHONETIC-FIRST-NAME'),
      additional: card.first('X-PHONETIC-MIDDLE-NAME'),
      family: card.first('X-PHONETIC-LAST-NAME'),
    },
    phones: card.entries('TEL').map((entry) => ({ ...entry, value: entry.value.replace(/^tel:/i, '') })),
    emails: card.entries('EMAIL').map((entry) => ({ ...entry, value: entry.value.replace(/^mailto:/i, '') })),
    urls: card.entries('URL'),
    messengers: [...card.entries('IMPP'), ...card.messengers()],
    addresses: card.lines('ADR').map((line) => addressOf(card.parts(line), card.marks(line))),
    organisations: card
      .lines('ORG')
      .map((line) => organisationOf(card.parts(line)))
      .filter((found) => found.name !== ''),
    titles: card.texts('TITLE'),
    jobRoles: card.texts('ROLE'),
    notes: card.texts('NOTE'),
    categories: card.lists('CATEGORIES'),
    birthday: card.date('BDAY'),
    anniversary: card.date('ANNIVERSARY') ?? card.date('X-ANNIVERSARY'),
    gender: card.parts1('GENDER') ?? card.first('X-GENDER'),
    languages: card.texts('LANG'),
    related: relatedOf(card),
    hasPhoto: card.lines('PHOTO').length > 0,
    unread: collected.unread.map((line) => decodedBytes(line, fileEncoding).trim()),
  };
}

/** KIND of version 4, or what Apple's programs write instead. */
function kindOf(card: CardReader): string | undefined {
  const told = card.first('KIND') ?? card.first('X-ADDRESSBOOKSERVER-KIND');
  return told?.toLowerCase() ?? (card.first('X-ABSHOWAS')?.toUpperCase() === 'COMPANY' ? 'org' : undefined);
}

function relatedOf(card: CardReader): VcardEntry[] {
  return [
    ...card.entries('RELATED'),
    ...card.entries('X-ABRELATEDNAMES'),
    ...card.named('X-SPOUSE', 'spouse'),
    ...card.named('X-MANAGER', 'manager'),
    ...card.named('X-ASSISTANT', 'assistant'),
  ];
}

class CardReader {
  readonly #byName = new Map<string, ContentLine[]>();
  readonly #labels = new Map<string, string>();
  readonly #encoding: TextEncoding;

  constructor(lines: readonly ContentLine[], fileEncoding: TextEncoding) {
    this.#encoding = fileEncoding;
    for (const line of lines) {
      const same = this.#byName.get(line.name);
      if (same) same.push(line);
      else this.#byName.set(line.name, [line]);
      if (line.name === 'X-ABLABEL' && line.group !== '')
        this.#labels.set(line.group, this.text(line).replace(APPLE_LABEL, '$1'));
    }
  }

  lines(name: string): ContentLine[] {
    return this.#byName.get(name) ?? [];
  }

  text(line: ContentLine): string {
    return unescapeText(decodedValue(line, this.#encoding)).trim();
  }

  texts(name: string): string[] {
    return this.lines(name)
      .map((line) => this.text(line))
      .filter((text) => text !== '');
  }

  first(name: string): string | undefined {
    return this.texts(name)[0];
  }

  parts(line: ContentLine): string[] {
    return splitValue(decodedValue(line, this.#encoding), ';');
  }

  parts1(name: string): string | undefined {
    const line = this.lines(name)[0];
    return line ? this.parts(line)[0] || undefined : undefined;
  }

  lists(name: string): string[] {
    return this.lines(name)
      .flatMap((line) => splitValue(decodedValue(line, this.#encoding), ','))
      .filter((text) => text !== '');
  }

  marks(line: ContentLine): { types: string[]; label?: string } {
    const label = this.#labels.get(line.group);
    return label === undefined || label === '' ? { types: typesOf(line) } : { types: typesOf(line), label };
  }

  entries(name: string): VcardEntry[] {
    return this.lines(name)
      .map((line) => ({ value: this.text(line), ...this.marks(line) }))
      .filter((entry) => entry.value !== '');
  }

  named(name: string, type: string): VcardEntry[] {
    return this.texts(name).map((value) => ({ value, types: [type] }));
  }

  /** X-SKYPE, X-WHATSAPP, X-TELEGRAM and their kind, as older programs write messengers. */
  messengers(): VcardEntry[] {
    const names = [
      'X-SKYPE',
      'X-SKYPE-USERNAME',
      'X-WHATSAPP',
      'X-TELEGRAM',
      'X-JABBER',
      'X-AIM',
      'X-ICQ',
      'X-MSN',
      'X-YAHOO',
      'X-QQ',
      'X-GOOGLE-TALK',
    ];
    return names.flatMap((name) =>
      this.texts(name).map((value) => ({ value, types: [(name.split('-')[1] ?? '').toLowerCase()] })),
    );
  }

  date(name: string): VcardDate | undefined {
    const line = this.lines(name)[0];
    const text = line ? this.text(line) : '';
    if (!line || text === '') return undefined;
    const calendar = (parameter(line, 'CALSCALE') ?? parameter(line, 'X-CALENDAR'))?.toLowerCase();
    return calendar === undefined ? { text } : { text, calendar };
  }
}

function versionOf(text: string | undefined): VcardRecord['version'] {
  return text === '2.1' || text === '4.0' ? text : '3.0';
}

/** Components of N may hold lists (RFC 6350 §6.2.2): they are shown with spaces. */
function nameOf(parts: readonly string[]): VcardName {
  const [family = '', given = '', additional = '', prefix = '', suffix = ''] = parts.map((part) =>
    part.replace(/\s*,\s*/g, ' ').trim(),
  );
  return { family, given, additional, prefix, suffix };
}

function addressOf(parts: readonly string[], marks: { types: string[]; label?: string }): VcardAddress {
  const [poBox = '', extended = '', street = '', locality = '', region = '', postcode = '', country = ''] = parts;
  return { poBox, extended, street, locality, region, postcode, country, ...marks };
}

function organisationOf(parts: readonly string[]): { name: string; units: string[] } {
  const [name = '', ...units] = parts;
  return {
    name: name === '' ? (units[0] ?? '') : name,
    units: name === '' ? units.slice(1) : units.filter((unit) => unit !== ''),
  };
}
