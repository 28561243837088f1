// From columns to parties: headings in three languages, known programs, content, and every reason a row is refused.
import { describe, expect, it } from 'vitest';
import type { MappingOptions } from '../../src-shared/features/imports/mapping';
import { applyMapping, createRowMapper, guessMapping, headingLikelihood, importTargets } from '../../src-shared/features/imports/mapping';
import { PartyDraft } from '../../src-shared/features/parties/party';

const today = '2026-11-23';
const saudi: MappingOptions = { country: 'SA', language: 'ar', today };
const iranian: MappingOptions = { country: 'IR', language: 'fa', today };
const targets = (headers: string[], rows: string[][] = [], options = saudi): (string | null)[] =>
  guessMapping(headers, rows, options).columns.map((column) => column.target);
const columns = (...names: (string | null)[]): { index: number; target: string | null }[] => names.map((target, index) => ({ index, target }));

describe('headings are understood', () => {
  it('in Arabic', () => {
    expect(targets(['الاسم الكامل', 'رقم الجوال', 'البريد الإلكتروني', 'رقم الهوية', 'تاريخ الميلاد', 'المدينة', 'الحي', 'الرمز البريدي', 'جهة العمل', 'المسمى الوظيفي', 'ملاحظات', 'الجنسية', 'رقم العميل'])).toEqual([
      'name.display', 'phone.mobile', 'email', 'identifier.national', 'birth', 'address.home.city', 'address.home.district', 'address.home.postcode', 'organisation.name', 'organisation.title', 'note', 'nationality', 'identifier.customer-number',
    ]);
  });

  it('in Persian, with Arabic letters and half-spaces or without', () => {
    expect(targets(['نام', 'نام خانوادگي', 'نام پدر', 'کدملی', 'تلفن همراه', 'تلفن ثابت', 'آدرس', 'کد پستی', 'استان', 'تاریخ تولد', 'شغل', 'شرکت', 'توضیحات', 'شماره بیمه‌نامه'], [], iranian)).toEqual([
      'name.given', 'name.family', 'name.father', 'identifier.national', 'phone.mobile', 'phone', 'address.home.lines', 'address.home.postcode', 'address.home.province', 'birth', 'organisation.title', 'organisation.name', 'note', 'identifier.policy-number',
    ]);
  });

  it('in English, in any case and joint', () => {
    expect(targets(['FIRST_NAME', 'lastName', 'E-Mail', 'Mobile No.', 'Date of Birth', 'Company Name', 'Job Title', 'Zip', 'Country', 'external id', 'Phone 2', 'Notes'])).toEqual([
      'name.given', 'name.family', 'email', 'phone.mobile', 'birth', 'organisation.name', 'organisation.title', 'address.home.postcode', 'address.home.country', 'external-key', 'phone.other', 'note',
    ]);
  });

  it('"name" alone is the whole name; beside a family name it is the given one', () => {
    expect(targets(['نام', 'تلفن'], [], iranian)).toEqual(['name.display', 'phone']);
    expect(targets(['Name', 'Surname'])).toEqual(['name.given', 'name.family']);
  });

  it('a longer heading counts by the known words in it, and less surely', () => {
    const [mobile] = guessMapping(['شماره موبایل مشتری گرامی'], [], iranian).columns;
    expect(mobile?.target).toBe('phone.mobile');
    expect(mobile?.confidence).toBeLessThan(0.7);
  });

  it('every target it can propose exists once', () => {
    expect(new Set(importTargets).size).toBe(importTargets.length);
  });
});

describe('exports of known programs are mapped at once', () => {
  const known = (headers: string): { name: string | null; map: Record<string, string | null> } => {
    const names = headers.split(',');
    const guess = guessMapping(names, [], saudi);
    return { name: guess.known, map: Object.fromEntries(guess.columns.map((column) => [names[column.index] ?? '', column.target])) };
  };

  it('Google, since 2024', () => {
    const { name, map } = known('First Name,Middle Name,Last Name,Phonetic First Name,Name Prefix,Nickname,File As,Organization Name,Organization Title,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Address 1 - Label,Address 1 - Formatted,Address 1 - Street,Address 1 - City,Website 1 - Value');
    expect(name).toBe('google');
    expect(map).toMatchObject({ 'First Name': 'name.given', 'Middle Name': 'name.father', 'File As': null, Photo: null, 'E-mail 1 - Label': 'label', 'E-mail 1 - Value': 'email', 'Phone 1 - Value': 'phone', 'Address 1 - Street': 'address.home.lines', 'Address 1 - Formatted': null, 'Website 1 - Value': 'url' });
  });

  it('Google, before 2024', () => {
    const { name, map } = known('Name,Given Name,Additional Name,Family Name,Yomi Name,Group Membership,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value,Organization 1 - Name');
    expect(name).toBe('google-old');
    expect(map).toMatchObject({ Name: 'name.display', 'E-mail 1 - Type': 'label', 'Organization 1 - Name': 'organisation.name', 'Yomi Name': null });
  });

  it('Outlook', () => {
    const { name, map } = known('Title,First Name,Middle Name,Last Name,Suffix,Company,Department,Job Title,Business Street,Business City,Business Postal Code,Home Street,Business Fax,Business Phone,Home Phone,Mobile Phone,E-mail Address,E-mail Type,Notes');
    expect(name).toBe('outlook');
    expect(map).toMatchObject({ Title: 'name.prefix', 'Business Street': 'address.work.lines', 'Home Street': 'address.home.lines', 'Business Fax': 'fax', 'Mobile Phone': 'phone.mobile', 'E-mail Type': null });
  });

  it.each([
    ['hubspot', 'Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Lead Status,Create Date', { 'Record ID': 'external-key', 'Lead Status': null }],
    ['odoo', 'External ID,Name,Company Type,Related Company,Street,Street2,City,Zip,Tax ID,Phone,Mobile,Email,Job Position', { 'Company Type': 'kind', 'Tax ID': 'identifier.tax-number', Street2: 'address.home.lines' }],
    ['espocrm', 'id,salutationName,firstName,lastName,accountName,emailAddress,phoneNumber,addressStreet,addressCity', { accountName: 'organisation.name', salutationName: 'name.prefix' }],
  ])('%s', (set, headers, expected) => {
    const { name, map } = known(headers);
    expect(name).toBe(set);
    expect(map).toMatchObject(expected);
  });
});

describe('columns without headings are known by what they hold', () => {
  const rows = [
    ['1', 'محمد عبد الله السالم', '0501234567', 'm@example.com', '1990-05-01', 'ذكر'],
    ['2', 'فاطمة سالم القحطاني', '٠٥٥١٢٣٤٥٦٧', 'f@example.com', '1985-11-30', 'أنثى'],
    ['3', 'خالد فهد المنصوري', '+966 56 111 2223', 'k@example.com', '1971-02-07', 'ذكر'],
    ['4', 'هند العتيبي', '00966561112224', 'h@example.com', '1999-12-12', 'أنثى'],
    ['5', 'سالم فهد', '0561112225', '', '2001-01-01', 'ذكر'],
  ];
  it('names, phones, e-mails, birth dates, gender', () => {
    expect(targets([], rows)).toEqual([null, 'name.display', 'phone', 'email', 'birth', 'gender']);
  });

  it('Iranian national ids are no phones', () => {
    const withCheck = (nine: string): string => {
      const rest = [...nine].reduce((sum, digit, at) => sum + Number(digit) * (10 - at), 0) % 11;
      return nine + String(rest < 2 ? rest : 11 - rest);
    };
    const rows = ['001035082', '049937089', '229889998', '127001234', '006612345'].map((nine, at) => [['علی رضایی', 'سارا کریمی', 'امید نوری', 'مینا راد', 'رضا شاکری'][at] ?? '', withCheck(nine)]);
    expect(targets([], rows, iranian)).toEqual(['name.display', 'identifier.national']);
  });

  it('a heading row is told from data', () => {
    expect(headingLikelihood(['م', 'الاسم', 'الجوال', 'البريد', 'تاريخ الميلاد', 'الجنس'], rows)).toBeGreaterThan(0.5);
    expect(headingLikelihood(rows[0] ?? [], rows.slice(1))).toBe(0);
  });

  it('a column of choices that holds none of them is left alone', () => {
    expect(targets(['Name', 'Type'], [['Ali', 'Gold'], ['Sara', 'Silver']])).toEqual(['name.display', null]);
    expect(targets(['Name', 'Type'], [['Ali', 'Company'], ['Sara', 'Person']])).toEqual(['name.display', 'kind']);
  });
});

describe('a row becomes a party', () => {
  it('with everything a person can have, in the shape parties are created from', () => {
    const mapping = {
      columns: columns('name.prefix', 'name.given', 'name.father', 'name.family', 'name.latin', 'phone.mobile', 'email', 'birth', 'identifier.national', 'address.home.city', 'address.home.country', 'organisation.name', 'organisation.title', 'gender', 'language', 'role', 'note', 'external-key', 'name.kunya', 'anniversary'),
      calendar: 'gregory' as const,
    };
    const row = ['د.', 'ليلى', 'سامي', 'حداد', 'Layla Haddad', '٠٥٠ ١٢٣ ٤٥٦٧ / 011 222 3333', 'Layla@Example.COM', '21/03/1980', '1000000008', 'الرياض', 'المملكة العربية السعودية', 'عيادة أ', 'مديرة', 'أنثى', 'عربي', 'طبيب، شريك', 'سطر\nآخر', 'C-1', 'أم سامي', '2005-06-15'];
    const result = applyMapping(row, mapping, saudi);
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    const { organisation, ...draft } = result.value;
    expect(organisation).toEqual({ name: 'عيادة أ', title: 'مديرة' });
    expect(draft).toEqual({
      kind: 'person',
      names: [
        { kind: 'used', text: 'ليلى سامي حداد', prefix: 'د.', given: 'ليلى', father: 'سامي', family: 'حداد', kunya: 'أم سامي' },
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
    expect(applyMapping(['شركة النور', ''], mapping, saudi)).toMatchObject({ ok: true, value: { kind: 'organisation', names: [{ text: 'شركة النور' }] } });
    expect(applyMapping(['شركة النور', 'علي'], mapping, saudi)).toMatchObject({ ok: true, value: { kind: 'person', organisation: { name: 'شركة النور' } } });
  });

  it('labels of Google stand before their values, and several values share a cell', () => {
    const mapping = { columns: columns('name.given', 'label', 'phone', 'label', 'email', 'label', 'address.home.city') };
    const result = applyMapping(['Ali', '* Mobile', '0501234567 ::: 0551234567', 'Work', 'a@b.com ::: c@d.com', 'Work', 'Jeddah'], mapping, saudi);
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
    const result = applyMapping(['A', 'first', 'second'], { columns: columns('name.display', 'note', 'note') }, { ...saudi, headers: ['Name', 'Memo', 'Department'] });
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
    [['x'.repeat(501)], ['too-long@0', 'too-long@']],
    [['', '12', 'never'], ['bad-phone@1', 'bad-date@2', 'no-name@']],
  ])('%j → %j', (row, expected) => {
    expect(reasons(...row)).toEqual(expected);
  });

  it('the reason shows the value', () => {
    expect(applyMapping(['Ali', '12-3'], mapping, saudi)).toEqual({ ok: false, error: [{ code: 'bad-phone', column: 1, value: '12-3' }] });
  });

  it('a site may keep what it cannot check as plain text', () => {
    const keep: MappingOptions = { ...saudi, badPhone: 'keep', badDate: 'keep', badEmail: 'keep', headers: ['n', 'p', 'Born'] };
    expect(applyMapping(['Ali', 'ext 123', 'spring 1980', 'at home'], mapping, keep)).toMatchObject({
      ok: true,
      value: { contactPoints: [{ kind: 'phone', value: 'ext 123' }], note: 'at home\nBorn: spring 1980' },
    });
  });

  it('more values than a party may hold are too many', () => {
    const many = Array.from({ length: 101 }, (_, number) => `a${number}@example.com`).join(';').slice(0, 499);
    const mapper = createRowMapper({ columns: [0, 1, 2, 3, 4, 5].map((index) => ({ index, target: index === 0 ? 'name.display' : 'email' })) }, saudi);
    const row = ['Ali', ...[0, 1, 2, 3, 4].map((number) => many.replaceAll('@', `${number}@`).slice(0, 480).replace(/;[^;]*$/, ''))];
    const result = mapper(row);
    expect(result.ok ? [] : result.error.map((reason) => reason.code)).toEqual(['too-many-values']);
  });
});

describe('the calendar of a date column', () => {
  const calendar = (values: string[], options = saudi, header = ''): string => guessMapping(['name', header === '' ? 'تاريخ الميلاد' : header], values.map((value) => ['علي', value]), options).calendar;
  it.each([
    [['1990-05-01', '1985-12-31'], saudi, 'gregory'],
    [['1365/06/31', '1370/02/12'], saudi, 'persian'],
    [['1440/06/30', '1431/02/12'], iranian, 'umalqura'],
    [['1365/02/12', '1370/02/12'], iranian, 'persian'],
    [['1405/02/12', '1399/02/12'], saudi, 'umalqura'],
  ] as const)('%j is told', (values, options, expected) => {
    expect(calendar([...values], options)).toBe(expected);
  });
});
