// A row becomes a party in the shape parties are created from, or is refused with every reason.
import { describe, expect, it } from 'vitest';
import type { MappingOptions } from '../../src-shared/features/imports/mapping';
import { applyMapping, createRowMapper } from '../../src-shared/features/imports/mapping';
import { PartyDraft } from '../../src-shared/features/parties/party';

const today = '2026-11-23';
const saudi: MappingOptions = { country: 'SA', language: 'ar', today };
const iranian: MappingOptions = { country: 'IR', language: 'fa', today };
const columns = (...names: (string | null)[]): { index: number; target: string | null }[] =>
  names.map((target, index) => ({ index, target }));

describe('a row becomes a party', () => {
  it('with everything a person can have, in the shape parties are created from', () => {
    const mapping = {
      columns: columns(
        'name.prefix',
        'name.given',
        'name.father',
        'name.family',
        'name.latin',
        'phone.mobile',
        'email',
        'birth',
        'identifier.national',
        'address.home.city',
        'address.home.country',
        'organisation.name',
        'organisation.title',
        'gender',
        'language',
        'role',
        'note',
        'external-key',
        'name.kunya',
        'anniversary',
      ),
      calendar: 'gregory' as const,
    };
    const row = [
      'د.',
      'ليلى',
      'سامي',
      'حداد',
      'Layla Haddad',
      '٠٥٠ ١٢٣ ٤٥٦٧ / 011 222 3333',
      'Layla@Example.COM',
      '21/03/1980',
      '1000000008',
      'الرياض',
      'المملكة العربية السعودية',
      'عيادة أ',
      'مديرة',
      'أنثى',
      'عربي',
      'طبيب، شريك',
      'سطر\nآخر',
      'C-1',
      'أم سامي',
      '2005-06-15',
    ];
    const result = applyMapping(row, mapping, saudi);
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    const { organisation, ...draft } = result.value;
    expect(organisation).toEqual({ name: 'عيادة أ', title: 'مديرة' });
    expect(draft).toEqual({
      kind: 'person',
      names: [
        {
          kind: 'used',
          text: 'ليلى سامي حداد',
          prefix: 'د.',
          given: 'ليلى',
          father: 'سامي',
          family: 'حداد',
          kunya: 'أم سامي',
        },
        { kind: 'transliteration', text: 'Layla Haddad' },
      ],
      contactPoints: [
        { kind: 'phone', label: 'mobile', value: '٠٥٠ ١٢٣ ٤٥٦٧' },
        { kind: 'phone', label: 'mobile', value: '011 222 3333' },
        { kind: 'email', label: undefined, value: 'Layla@example.com' },
      ],
      addresses: [{ kind: 'home', city: 'الرياض', country: 'SA' }],
      identifiers: [{ scheme: 'sa-national-id', value: '1000000008' }],
      occasions: [{ kind: 'anniversary', calendar: 'gregory', year: 2005, month: 6, day: 15 }],
      roles: [{ type: 'doctor' }, { type: 'partner' }],
      birth: { on: '1980-03-21', calendar: 'gregory', text: '21/03/1980' },
      gender: 'female',
      language: 'ar',
      note: 'سطر\nآخر',
      externalKey: 'C-1',
    });
    expect(PartyDraft.safeParse(draft).success).toBe(true);
  });

  it('Jalali and Hijri birth dates in any digits', () => {
    const born = (text: string, calendar: 'persian' | 'umalqura', options = iranian): unknown => {
      const result = applyMapping(['x', text], { columns: columns('name.display', 'birth'), calendar }, options);
      return result.ok ? result.value.birth : result.error;
    };
    expect(born('۱۳۶۵/۰۲/۱۲', 'persian')).toEqual({ on: '1986-05-02', calendar: 'persian', text: '۱۳۶۵/۰۲/۱۲' });
    expect(born('65/2/12', 'persian')).toMatchObject({ on: '1986-05-02' });
    expect(born('12/2/1365', 'persian')).toMatchObject({ on: '1986-05-02' });
    expect(born('13650212', 'persian')).toMatchObject({ on: '1986-05-02' });
    expect(born('1365-02-12 00:00:00', 'persian')).toMatchObject({ on: '1986-05-02' });
    expect(born('١٤٠٥/٠٧/١٠', 'umalqura', saudi)).toMatchObject({ calendar: 'umalqura' });
    expect(born('1986-05-02', 'persian')).toMatchObject({ on: '1986-05-02', calendar: 'gregory' });
    expect(born('12 اردیبهشت 1365', 'persian')).toMatchObject({ on: '1986-05-02' });
  });

  it('kinds: told, guessed from the name, or laid down for the file', () => {
    const kind = (name: string, over: object = {}): string => {
      const result = applyMapping([name, 'شركة'], { columns: columns('name.display', null), ...over }, saudi);
      return result.ok ? result.value.kind : 'refused';
    };
    expect(kind('شركة النور للتوريدات')).toBe('organisation');
    expect(kind('بانک سپهر – شعبه ونک')).toBe('organisation');
    expect(kind('Noor Trading Co.')).toBe('organisation');
    expect(kind('فاطمة القحطاني')).toBe('person');
    expect(kind('شركة النور', { kind: 'person' })).toBe('person');
    expect(kind('فلان', { columns: columns('name.display', 'kind') })).toBe('organisation');
  });

  it('an organisation column alone names an organisation; a person at one gets an employer', () => {
    const mapping = { columns: columns('organisation.name', 'name.display') };
    expect(applyMapping(['شركة النور', ''], mapping, saudi)).toMatchObject({
      ok: true,
      value: { kind: 'organisation', names: [{ text: 'شركة النور' }] },
    });
    expect(applyMapping(['شركة النور', 'علي'], mapping, saudi)).toMatchObject({
      ok: true,
      value: { kind: 'person', organisation: { name: 'شركة النور' } },
    });
  });

  it('labels of Google stand before their values, and several values share a cell', () => {
    const mapping = {
      columns: columns('name.given', 'label', 'phone', 'label', 'email', 'label', 'address.home.city'),
    };
    const result = applyMapping(
      ['Ali', '* Mobile', '0501234567 ::: 0551234567', 'Work', 'a@b.com ::: c@d.com', 'Work', 'Jeddah'],
      mapping,
      saudi,
    );
    expect(result).toMatchObject({
      ok: true,
      value: {
        contactPoints: [
          { kind: 'phone', label: 'mobile', value: '0501234567' },
          { kind: 'phone', label: 'mobile', value: '0551234567' },
          { kind: 'email', label: 'work', value: 'a@b.com' },
          { kind: 'email', label: 'work', value: 'c@d.com' },
        ],
        addresses: [{ kind: 'work', city: 'Jeddah' }],
      },
    });
  });

  it('the guard of a spreadsheet comes off, direction marks go, "none" is nothing', () => {
    const mapping = { columns: columns('name.display', 'phone', 'email', 'note') };
    expect(applyMapping(["'=علي\u202e", "'+966501234567", 'لا يوجد', '-'], mapping, saudi)).toMatchObject({
      ok: true,
      value: { names: [{ text: '=علي' }], contactPoints: [{ value: '+966501234567' }] },
    });
  });

  it('several note columns keep their headings', () => {
    const result = applyMapping(
      ['A', 'first', 'second'],
      { columns: columns('name.display', 'note', 'note') },
      { ...saudi, headers: ['Name', 'Memo', 'Department'] },
    );
    expect(result).toMatchObject({ ok: true, value: { note: 'Memo: first\nDepartment: second' } });
  });
});

describe('a row is refused with its reasons', () => {
  const mapping = { columns: columns('name.display', 'phone', 'birth', 'email', 'role', 'gender', 'kind', 'language') };
  const reasons = (...row: string[]): string[] => {
    const result = applyMapping(row, mapping, saudi);
    return result.ok ? [] : result.error.map((reason) => `${reason.code}@${reason.column ?? ''}`);
  };
  it.each([
    [['', '0501234567'], ['no-name@']],
    [['...', '0501234567'], ['no-name@']],
    [['Ali', '123'], ['bad-phone@1']],
    [['Ali', '', '1990-13-45'], ['bad-date@2']],
    [['Ali', '', '2030-01-01'], ['bad-date@2']],
    [['Ali', '', 'soon'], ['bad-date@2']],
    [['Ali', '', '', 'not an address'], ['bad-email@3']],
    [['Ali', '', '', '', 'wizard'], ['unknown-role@4']],
    [['Ali', '', '', '', '', 'maybe'], ['unknown-gender@5']],
    [['Ali', '', '', '', '', '', 'robot'], ['unknown-kind@6']],
    [['Ali', '', '', '', '', '', '', 'Klingon'], ['unknown-language@7']],
    [['x'.repeat(501)], ['too-long@0']],
    [
      ['', '12', 'never'],
      ['bad-phone@1', 'bad-date@2', 'no-name@'],
    ],
  ])('%j → %j', (row, expected) => {
    expect(reasons(...row)).toEqual(expected);
  });

  it('a cell of a megabyte of spaces, marks or brackets is settled at once', () => {
    const wide = createRowMapper(
      { columns: columns('name.display', 'email', 'note', 'address.home.lines', 'birth', 'phone') },
      saudi,
    );
    for (const piece of [' ', '\u0301', '<', '@', '1 ', '\u200c', '/', '\n', "'"]) {
      const cell = piece.repeat(Math.floor(1_000_000 / piece.length));
      wide(['Ali', cell, cell, cell, cell, cell]);
      wide([`x${cell}x`, `x${cell}x`, `x${cell}x`, `x${cell}x`, `1${cell}1`, `1${cell}1`]);
    }
    expect(wide([' '.repeat(1_000_000), '', '']).ok).toBe(false);
  });

  it('the reason shows the value', () => {
    expect(applyMapping(['Ali', '12-3'], mapping, saudi)).toEqual({
      ok: false,
      error: [{ code: 'bad-phone', column: 1, value: '12-3' }],
    });
  });

  it('a site may keep what it cannot check as plain text', () => {
    const keep: MappingOptions = {
      ...saudi,
      badPhone: 'keep',
      badDate: 'keep',
      badEmail: 'keep',
      headers: ['n', 'p', 'Born'],
    };
    expect(applyMapping(['Ali', 'ext 123', 'spring 1980', 'at home'], mapping, keep)).toMatchObject({
      ok: true,
      value: { contactPoints: [{ kind: 'phone', value: 'ext 123' }], note: 'at home\nBorn: spring 1980' },
    });
  });

  it('more values than a party may hold are too many', () => {
    const many = Array.from({ length: 101 }, (_, number) => `a${number}@example.com`)
      .join(';')
      .slice(0, 499);
    const mapper = createRowMapper(
      { columns: [0, 1, 2, 3, 4, 5].map((index) => ({ index, target: index === 0 ? 'name.display' : 'email' })) },
      saudi,
    );
    const row = [
      'Ali',
      ...[0, 1, 2, 3, 4].map((number) =>
        many
          .replaceAll('@', `${number}@`)
          .slice(0, 480)
          .replace(/;[^;]*$/, ''),
      ),
    ];
    const result = mapper(row);
    expect(result.ok ? [] : result.error.map((reason) => reason.code)).toEqual(['too-many-values']);
  });
});
