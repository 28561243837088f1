// Heading sets of contact managers, calendars, mail and chats: what these columns are is known, so nothing in them is guessed.
// Sources: GoldMine's published table structures (CONTACT1, CONTHIST); ACT! 6 SDK, appendix A, and its text export; our own readers.

import type { ImportInto } from './record-targets';

export type RecordSet = {
  readonly name: string;
  readonly into: ImportInto;
  readonly signature: readonly string[];
  readonly columns: Readonly<Record<string, string | null>>;
};

const actContact = {
  'organisation.name': ['COMPANY', 'Company'],
  'organisation.title': ['TITLE', 'Title'],
  'address.work.lines': ['ADDR1', 'ADDR2', 'ADDR3', 'Address 1', 'Address 2', 'Address 3'],
  'address.work.city': ['CITY', 'City'],
  'address.work.province': ['STATE', 'State'],
  'address.work.postcode': ['ZIP', 'Zip', 'ZIP Code'],
  'address.work.country': ['COUNTRY', 'Country'],
  'phone.work': ['PHONE', 'Phone'],
  'phone.other': ['ALTPHONE', 'Alt Phone', 'Alternate Phone'],
  'phone.home': ['HOMEPHONE', 'HOME_PHONE', 'Home Phone'],
  'phone.mobile': ['MOBILE', 'MOBILEPHON', 'Mobile Phone'],
  'phone.assistant': ['ASST_PHONE', 'Asst. Phone'],
  fax: ['FAX', 'FAX_PHONE', 'Fax', 'Fax Phone'],
  email: ['EMAIL', 'E-mail', 'E-mail Address', 'E-mail Login'],
  url: ['WEB_SITE', 'Web Site', 'URL'],
  birth: ['BIRTHDATE', 'Birth Date', 'Birthday'],
  'name.prefix': ['Name Prefix'],
  note: ['LASTRESULT', 'Last Results', 'REFERREDBY', 'Referred By', 'ASSISTANT', 'Assistant'],
  'external-key': ['UNIQUE_ID', 'Unique ID'],
};

const byHeading = (targets: Readonly<Record<string, readonly string[]>>): Record<string, string> =>
  Object.fromEntries(Object.entries(targets).flatMap(([target, names]) => names.map((name) => [name, target])));

export const recordSets: readonly RecordSet[] = [
  {
    name: 'goldmine-history',
    into: 'activities',
    signature: ['USERID', 'ACCOUNTNO', 'RECTYPE', 'ONDATE', 'REF'],
    columns: {
      USERID: 'activity.author',
      ACCOUNTNO: 'party.subject.key',
      RECTYPE: 'activity.kind',
      ONDATE: 'activity.at',
      ONTIME: 'activity.at-time',
      RESULTCODE: 'activity.outcome',
      DURATION: 'activity.duration_minutes',
      REF: 'activity.subject',
      NOTES: 'activity.body',
      RECID: 'activity.external_key',
    },
  },
  {
    name: 'goldmine',
    into: 'parties',
    signature: ['ACCOUNTNO', 'COMPANY', 'CONTACT', 'PHONE1'],
    columns: {
      ACCOUNTNO: 'external-key',
      COMPANY: 'organisation.name',
      CONTACT: 'name.display',
      TITLE: 'organisation.title',
      PHONE1: 'phone',
      PHONE2: 'phone',
      PHONE3: 'phone',
      FAX: 'fax',
      ADDRESS1: 'address.work.lines',
      ADDRESS2: 'address.work.lines',
      ADDRESS3: 'address.work.lines',
      CITY: 'address.work.city',
      STATE: 'address.work.province',
      ZIP: 'address.work.postcode',
      COUNTRY: 'address.work.country',
      NOTES: 'note',
    },
  },
  {
    name: 'act',
    into: 'parties',
    signature: ['COMPANY', 'NAME', 'ADDR1', 'PHONE'],
    columns: { NAME: 'name.display', ...byHeading(actContact) },
  },
  {
    name: 'act',
    into: 'parties',
    signature: ['Company', 'Contact', 'Address 1', 'ID/Status'],
    columns: { Contact: 'name.display', ...byHeading(actContact) },
  },
  {
    name: 'icalendar',
    into: 'activities',
    signature: ['UID', 'TYPE', 'SUMMARY', 'DTSTART', 'ATTENDEE'],
    columns: {
      UID: 'activity.external_key',
      TYPE: 'activity.kind',
      SUMMARY: 'activity.subject',
      DESCRIPTION: 'activity.body',
      DTSTART: 'activity.at',
      MINUTES: 'activity.duration_minutes',
      LOCATION: 'activity.place',
      ORGANIZER: 'party.sender.email',
      ATTENDEE: 'party.participant.email',
      STATUS: 'activity.outcome',
      RRULE: 'activity.body',
      URL: 'activity.body',
    },
  },
  {
    name: 'mail',
    into: 'activities',
    signature: ['Message-ID', 'Date', 'From', 'To', 'Subject', 'Text'],
    columns: {
      'Message-ID': 'activity.external_key',
      Date: 'activity.at',
      From: 'party.sender.email',
      To: 'party.recipient.email',
      Cc: 'party.recipient.email',
      Subject: 'activity.subject',
      Text: 'activity.body',
      Attachments: 'activity.body',
    },
  },
  {
    name: 'whatsapp',
    into: 'activities',
    signature: ['Date', 'Time', 'Sender', 'Message', 'Chat'],
    columns: {
      Date: 'activity.at',
      Time: 'activity.at-time',
      Sender: 'party.sender.name',
      Message: 'activity.body',
      Chat: 'party.subject.name',
    },
  },
];
/** What rows are when the set has no column that says so. */
export const kindOfSet: Readonly<Record<string, string>> = {
  mail: 'message',
  whatsapp: 'message',
  icalendar: 'meeting',
};
