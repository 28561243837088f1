// vCards 2.1, 3.0 and 4.0 as telephones and mail programs really write them.
import { afterAll, describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../src-main/import/limits';
import { openSource } from '../../src-main/import/open-source';
import type { VcardRecord } from '../../src-shared/features/imports/mapping/vcard-record';
import { cards, encode, encodeSingleByte, readAll, readRows, testFolder } from './support/files';

const folder = testFolder();
afterAll(() => folder.remove());
let files = 0;

async function read(content: string | Buffer): Promise<VcardRecord[]> {
  files += 1;
  const { inspection, rows } = await readAll(folder.write(`${files}.vcf`, content));
  expect(inspection.settings.kind).toBe('vcard');
  return cards(rows).map((row) => row.card);
}

const card = (version: string, ...lines: string[]): string =>
  ['BEGIN:VCARD', `VERSION:${version}`, ...lines, 'END:VCARD', ''].join('\r\n');
const quotedPrintable = (text: string, encoding = 'utf-8'): string =>
  [...encode(text, encoding)].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');

describe('version 2.1', () => {
  it('Android: quoted-printable Arabic with soft line breaks and bare types', async () => {
    const name = quotedPrintable('فاطمة بنت سالم القحطاني').replace(/(.{60})/g, '$1=\r\n');
    const [person] = await read(
      card(
        '2.1',
        `N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:${quotedPrintable('القحطاني')};${quotedPrintable('فاطمة')};${quotedPrintable('سالم')};;`,
        `FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:${name}`,
        'TEL;CELL;VOICE:0501234567',
        'TEL;WORK;FAX:+966 11 222 3333',
        'TEL;X-CUSTOM(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,=D8=A3):055',
        'EMAIL;HOME;PREF;INTERNET:fatima@example.com',
        'BDAY:1990-05-01',
      ),
    );
    expect(person?.formattedNames).toEqual(['فاطمة بنت سالم القحطاني']);
    expect(person?.names).toEqual([{ family: 'القحطاني', given: 'فاطمة', additional: 'سالم', prefix: '', suffix: '' }]);
    expect(person?.phones.slice(0, 2)).toEqual([
      { value: '0501234567', types: ['cell', 'voice'] },
      { value: '+966 11 222 3333', types: ['work', 'fax'] },
    ]);
    expect(person?.phones).toHaveLength(3);
    expect(person?.emails).toEqual([{ value: 'fatima@example.com', types: ['home', 'pref', 'internet'] }]);
    expect(person?.birthday).toEqual({ text: '1990-05-01' });
  });

  it('Outlook: Windows-1256, escaped semicolons, an address over several lines and a picture', async () => {
    const text = card(
      '2.1',
      'N;LANGUAGE=ar;CHARSET=windows-1256:المنصوري;خالد',
      'FN;CHARSET=windows-1256:خالد المنصوري',
      'ORG;CHARSET=windows-1256:شركة النور\\; للتوريدات;المبيعات',
      'TITLE;CHARSET=windows-1256:مدير',
      `ADR;WORK;CHARSET=windows-1256;ENCODING=QUOTED-PRINTABLE:;;${quotedPrintable('شارع العليا', 'windows-1256')}=0D=0A=\r\n${quotedPrintable('مبنى ٥'.replace('٥', '5'), 'windows-1256')};${quotedPrintable('الرياض', 'windows-1256')};;12345;${quotedPrintable('السعودية', 'windows-1256')}`,
      'PHOTO;TYPE=JPEG;ENCODING=BASE64:\r\n /9j/4AAQSkZJRgABAQEAYABgAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkS\r\n Ew8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/2wBDAQkJ\r\n',
      'REV:20200101T000000Z',
    );
    const [person] = await read(encodeSingleByte(text, 'windows-1256'));
    expect(person?.formattedNames).toEqual(['خالد المنصوري']);
    expect(person?.organisations).toEqual([{ name: 'شركة النور; للتوريدات', units: ['المبيعات'] }]);
    expect(person?.addresses[0]).toMatchObject({
      street: 'شارع العليا\r\nمبنى 5',
      locality: 'الرياض',
      postcode: '12345',
      country: 'السعودية',
      types: ['work'],
    });
    expect(person?.hasPhoto).toBe(true);
  });

  it('Windows-1256 without a word about it', async () => {
    const [person] = await read(
      encodeSingleByte(card('2.1', 'N:العتيبي;هند', 'FN:هند العتيبي', 'TEL;CELL:0561112223'), 'windows-1256'),
    );
    expect(person?.formattedNames).toEqual(['هند العتيبي']);
  });

  it('a card within a card (AGENT) is skipped, the outer one whole', async () => {
    const people = await read(
      card(
        '2.1',
        'FN:Hind',
        'AGENT:',
        'BEGIN:VCARD',
        'VERSION:2.1',
        'FN:Secretary',
        'TEL:1',
        'END:VCARD',
        'TEL;HOME:0112223344',
      ),
    );
    expect(people.map((person) => [person.formattedNames, person.phones.map((phone) => phone.value)])).toEqual([
      [['Hind'], ['0112223344']],
    ]);
  });

  it('a line break somebody forgot to encode', async () => {
    const [person] = await read(
      card(
        '2.1',
        'FN:A',
        `NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:${quotedPrintable('سطر')}\r\nsecond line`,
        'TEL:5',
      ),
    );
    expect(person?.notes).toEqual(['سطر\nsecond line']);
    expect(person?.phones).toHaveLength(1);
  });
});

describe('version 3.0', () => {
  it('iPhone: grouped labels, related names, folded lines that part a letter, escapes', async () => {
    const folded = Buffer.from(`NOTE:ملاحظة طويلة\\, فيها فاصلة\\; وسطر\\nجديد`);
    const pieces: Buffer[] = [];
    for (let at = 0; at < folded.length; at += 17) pieces.push(folded.subarray(at, at + 17));
    const body = Buffer.concat([
      Buffer.from(
        'BEGIN:VCARD\r\nVERSION:3.0\r\nN:Haddad;Layla;;Dr.;\r\nFN:Dr. Layla Haddad\r\nitem1.TEL;type=pref:+971 50 123 4567\r\nitem1.X-ABLabel:عيادة أ\r\n',
      ),
      ...pieces.flatMap((piece, index) => (index === 0 ? [piece] : [Buffer.from('\r\n '), piece])),
      Buffer.from(
        '\r\nitem2.X-ABRELATEDNAMES:سامي\r\nitem2.X-ABLabel:_$!<Spouse>!$_\r\nitem3.ADR;type=HOME:;;12 Palm St\\, Flat 3;Dubai;;;AE\r\nitem3.X-ABADR:ae\r\nX-PHONETIC-FIRST-NAME:Layla\r\nX-PHONETIC-LAST-NAME:Haddad\r\nORG:عيادة أ;\r\nBDAY;VALUE=date;X-APPLE-OMIT-YEAR=1604:1604-03-21\r\nURL;type=WORK:https\\://example.com\r\nIMPP;X-SERVICE-TYPE=Skype;type=HOME:skype:layla\r\nCATEGORIES:طبيب,VIP\r\nEND:VCARD\r\n',
      ),
    ]);
    const [person] = await read(body);
    expect(person).toMatchObject({
      names: [{ family: 'Haddad', given: 'Layla', prefix: 'Dr.' }],
      phones: [{ value: '+971 50 123 4567', types: ['pref'], label: 'عيادة أ' }],
      notes: ['ملاحظة طويلة, فيها فاصلة; وسطر\nجديد'],
      related: [{ value: 'سامي', label: 'Spouse' }],
      addresses: [{ street: '12 Palm St, Flat 3', locality: 'Dubai', country: 'AE', types: ['home'] }],
      phonetic: { given: 'Layla', family: 'Haddad' },
      organisations: [{ name: 'عيادة أ', units: [] }],
      birthday: { text: '1604-03-21' },
      urls: [{ value: 'https://example.com', types: ['work'] }],
      messengers: [{ value: 'skype:layla' }],
      categories: ['طبيب', 'VIP'],
    });
  });

  it('many cards in one file, with blank lines, LF ends, lower case and no space between', async () => {
    const text = Array.from(
      { length: 500 },
      (_, number) =>
        `begin:vcard\nversion:3.0\nfn:Person ${number}\ntel:0501${number}\nend:vcard\n${number % 2 ? '\n\n' : ''}`,
    ).join('');
    const people = await read(text);
    expect(people).toHaveLength(500);
    expect(people[499]?.formattedNames).toEqual(['Person 499']);
  });

  it('quoted-printable written into version 3.0 all the same', async () => {
    const [person] = await read(
      card(
        '3.0',
        `FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:${quotedPrintable('یوسف')}`,
        'TEL;TYPE="CELL,VOICE":09121234567',
      ),
    );
    expect(person?.formattedNames).toEqual(['یوسف']);
    expect(person?.phones[0]?.types).toEqual(['cell', 'voice']);
  });
});

describe('version 4.0', () => {
  it('parameters, URIs, calendars, several names and kinds', async () => {
    const [org, person] = await read(
      card(
        '4.0',
        'KIND:org',
        'FN:Noor Supplies',
        'ORG:Noor Supplies',
        'UID:urn:uuid:1f0f',
        'LANG:ar',
        'TEL;VALUE=uri;PREF=1;TYPE="voice,work":tel:+966-11-222-3333;ext=102',
      ) +
        card(
          '4.0',
          'FN;LANGUAGE=fa:محمدعلی رضائی',
          'FN;LANGUAGE=en:Mohamed Ali Rezaei',
          'N:Rezaei;Mohamed,Ali;;;',
          'BDAY;CALSCALE=persian:1365-02-12',
          'GENDER:M;male',
          'NOTE;X-A="a;b:c^\'":text with\\\\backslash',
          'RELATED;TYPE=spouse;VALUE=text:Sara',
          'ANNIVERSARY:20100615',
        ),
    );
    expect(org).toMatchObject({
      kind: 'org',
      uid: 'urn:uuid:1f0f',
      languages: ['ar'],
      phones: [{ value: '+966-11-222-3333;ext=102', types: ['voice', 'work', 'pref'] }],
    });
    expect(person).toMatchObject({
      formattedNames: ['محمدعلی رضائی', 'Mohamed Ali Rezaei'],
      names: [{ family: 'Rezaei', given: 'Mohamed Ali' }],
      birthday: { text: '1365-02-12', calendar: 'persian' },
      anniversary: { text: '20100615' },
      gender: 'M',
      notes: ['text with\\backslash'],
      related: [{ value: 'Sara', types: ['spouse'] }],
    });
  });

  it('UTF-16 files', async () => {
    const [person] = await read(encode(card('4.0', 'FN:سالم فهد', 'TEL:0501234567'), 'utf-16le', true));
    expect(person?.formattedNames).toEqual(['سالم فهد']);
  });
});

describe('nothing is lost in silence', () => {
  it('a card that never ends is refused and the next one read', async () => {
    const { rows } = await readAll(
      folder.write(
        'unended.vcf',
        'BEGIN:VCARD\nVERSION:3.0\nFN:One\nBEGIN:VCARD\nVERSION:3.0\nFN:Two\nEND:VCARD\nBEGIN:VCARD\nFN:Three\n',
      ),
    );
    expect(cards(rows).map((row) => [row.row, row.card.formattedNames[0], row.problem])).toEqual([
      [1, 'One', 'card-not-ended'],
      [2, 'Two', undefined],
      [3, 'Three', 'card-not-ended'],
    ]);
  });

  it('lines that are no property are kept, properties beyond the limit refuse their card', async () => {
    const text =
      card('3.0', 'FN:One', 'just some words', 'TEL:1') +
      card('3.0', 'FN:Two', `NOTE:${'x'.repeat(1_000_001)}`) +
      card('3.0', 'FN:Three', `PHOTO:data:image/png;base64,${'A'.repeat(3_000_000)}`);
    const { rows } = await readAll(folder.write('odd.vcf', text));
    expect(cards(rows).map((row) => row.problem)).toEqual([undefined, 'cell-too-long', undefined]);
    expect(cards(rows)[0]?.card.unread).toEqual(['just some words']);
    expect(cards(rows)[2]?.card).toMatchObject({ formattedNames: ['Three'], hasPhoto: true });
  });

  it('reading goes on from any card', async () => {
    const text = Array.from({ length: 20_000 }, (_, number) =>
      card('3.0', `FN:محمد ${number}`, `TEL:0501${number}`),
    ).join('');
    const path = folder.write('resume.vcf', text);
    const { inspection, rows } = await readAll(path);
    expect(rows).toHaveLength(20_000);
    const source = await openSource(path, { settings: inspection.settings, limits: DEFAULT_LIMITS });
    for await (const row of source.rows()) {
      if (![1, 4321, 19_999, 20_000].includes(row.row)) continue;
      const rest = await readRows(path, inspection.settings, { from: source.position().checkpoint });
      expect(rest).toHaveLength(20_000 - row.row);
      expect(rest[0]).toEqual(rows[row.row]);
    }
    await source.close();
  });
});
