// Where each column goes is proposed: by headings in three languages, by known programs, by content.
import { describe, expect, it } from 'vitest';
import type { MappingOptions } from '../../src-shared/features/imports/mapping';
import { guessMapping, headingLikelihood, importTargets } from '../../src-shared/features/imports/mapping';

const today = '2026-11-23';
const saudi: MappingOptions = { country: 'SA', language: 'ar', today };
const iranian: MappingOptions = { country: 'IR', language: 'fa', today };
const targets = (headers: string[], rows: string[][] = [], options = saudi): (string | null)[] =>
  guessMapping(headers, rows, options).columns.map((column) => column.target);
describe('headings are understood', () => {
  it('in Arabic', () => {
    expect(
      targets([
        'الاسم الكامل',
        'رقم الجوال',
        'البريد الإلكتروني',
        'رقم الهوية',
        'تاريخ الميلاد',
        'المدينة',
        'الحي',
        'الرمز البريدي',
        'جهة العمل',
        'المسمى الوظيفي',
        'ملاحظات',
        'الجنسية',
        'رقم العميل',
      ]),
    ).toEqual([
      'name.display',
      'phone.mobile',
      'email',
      'identifier.national',
      'birth',
      'address.home.city',
      'address.home.district',
      'address.home.postcode',
      'organisation.name',
      'organisation.title',
      'note',
      'nationality',
      'identifier.customer-number',
    ]);
  });

  it('in Persian, with Arabic letters and half-spaces or without', () => {
    expect(
      targets(
        [
          'نام',
          'نام خانوادگي',
          'نام پدر',
          'کدملی',
          'تلفن همراه',
          'تلفن ثابت',
          'آدرس',
          'کد پستی',
          'استان',
          'تاریخ تولد',
          'شغل',
          'شرکت',
          'توضیحات',
          'شماره بیمه‌نامه',
        ],
        [],
        iranian,
      ),
    ).toEqual([
      'name.given',
      'name.family',
      'name.father',
      'identifier.national',
      'phone.mobile',
      'phone',
      'address.home.lines',
      'address.home.postcode',
      'address.home.province',
      'birth',
      'organisation.title',
      'organisation.name',
      'note',
      'identifier.policy-number',
    ]);
  });

  it('in English, in any case and joint', () => {
    expect(
      targets([
        'FIRST_NAME',
        'lastName',
        'E-Mail',
        'Mobile No.',
        'Date of Birth',
        'Company Name',
        'Job Title',
        'Zip',
        'Country',
        'external id',
        'Phone 2',
        'Notes',
      ]),
    ).toEqual([
      'name.given',
      'name.family',
      'email',
      'phone.mobile',
      'birth',
      'organisation.name',
      'organisation.title',
      'address.home.postcode',
      'address.home.country',
      'external-key',
      'phone.other',
      'note',
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
    return {
      name: guess.known,
      map: Object.fromEntries(guess.columns.map((column) => [names[column.index] ?? '', column.target])),
    };
  };

  it('Google, since 2024', () => {
    const { name, map } = known(
      'First Name,Middle Name,Last Name,Phonetic First Name,Name Prefix,Nickname,File As,Organization Name,Organization Title,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Address 1 - Label,Address 1 - Formatted,Address 1 - Street,Address 1 - City,Website 1 - Value',
    );
    expect(name).toBe('google');
    expect(map).toMatchObject({
      'First Name': 'name.given',
      'Middle Name': 'name.father',
      'File As': null,
      Photo: null,
      'E-mail 1 - Label': 'label',
      'E-mail 1 - Value': 'email',
      'Phone 1 - Value': 'phone',
      'Address 1 - Street': 'address.home.lines',
      'Address 1 - Formatted': null,
      'Website 1 - Value': 'url',
    });
  });

  it('Google, before 2024', () => {
    const { name, map } = known(
      'Name,Given Name,Additional Name,Family Name,Yomi Name,Group Membership,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value,Organization 1 - Name',
    );
    expect(name).toBe('google-old');
    expect(map).toMatchObject({
      Name: 'name.display',
      'E-mail 1 - Type': 'label',
      'Organization 1 - Name': 'organisation.name',
      'Yomi Name': null,
    });
  });

  it('Outlook', () => {
    const { name, map } = known(
      'Title,First Name,Middle Name,Last Name,Suffix,Company,Department,Job Title,Business Street,Business City,Business Postal Code,Home Street,Business Fax,Business Phone,Home Phone,Mobile Phone,E-mail Address,E-mail Type,Notes',
    );
    expect(name).toBe('outlook');
    expect(map).toMatchObject({
      Title: 'name.prefix',
      'Business Street': 'address.work.lines',
      'Home Street': 'address.home.lines',
      'Business Fax': 'fax',
      'Mobile Phone': 'phone.mobile',
      'E-mail Type': null,
    });
  });

  it.each([
    [
      'hubspot',
      'Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Lead Status,Create Date',
      { 'Record ID': 'external-key', 'Lead Status': null },
    ],
    [
      'odoo',
      'External ID,Name,Company Type,Related Company,Street,Street2,City,Zip,Tax ID,Phone,Mobile,Email,Job Position',
      { 'Company Type': 'kind', 'Tax ID': 'identifier.tax-number', Street2: 'address.home.lines' },
    ],
    [
      'espocrm',
      'id,salutationName,firstName,lastName,accountName,emailAddress,phoneNumber,addressStreet,addressCity',
      { accountName: 'organisation.name', salutationName: 'name.prefix' },
    ],
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
    const rows = ['001035082', '049937089', '229889998', '127001234', '006612345'].map((nine, at) => [
      ['علی رضایی', 'سارا کریمی', 'امید نوری', 'مینا راد', 'رضا شاکری'][at] ?? '',
      withCheck(nine),
    ]);
    expect(targets([], rows, iranian)).toEqual(['name.display', 'identifier.national']);
  });

  it('a heading row is told from data', () => {
    expect(headingLikelihood(['م', 'الاسم', 'الجوال', 'البريد', 'تاريخ الميلاد', 'الجنس'], rows)).toBeGreaterThan(0.5);
    expect(headingLikelihood(rows[0] ?? [], rows.slice(1))).toBe(0);
  });

  it('a column of choices that holds none of them is left alone', () => {
    expect(
      targets(
        ['Name', 'Type'],
        [
          ['Ali', 'Gold'],
          ['Sara', 'Silver'],
        ],
      ),
    ).toEqual(['name.display', null]);
    expect(
      targets(
        ['Name', 'Type'],
        [
          ['Ali', 'Company'],
          ['Sara', 'Person'],
        ],
      ),
    ).toEqual(['name.display', 'kind']);
  });
});

describe('the calendar of a date column', () => {
  const calendar = (values: string[], options = saudi, header = ''): string =>
    guessMapping(
      ['name', header === '' ? 'تاريخ الميلاد' : header],
      values.map((value) => ['علي', value]),
      options,
    ).calendar;
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
