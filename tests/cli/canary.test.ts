// What is typed in is found nowhere but in the encrypted base, and there not in plain: not in temp files, logs, caches or leftovers.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { jsonOf, newBase, openSession, passphrase, runCli, type CliSession, type Place } from './support/cli';

const patience = 180_000;
const canaries = {
  name: 'زقنبوتقناری',
  alias: 'Zqcanarybird',
  phone: '0559876123',
  email: 'zqcanary.mail@example.com',
  note: 'قناری‌یادداشت zqnote',
  number: '1066554433',
  subject: 'zqsubject تماس',
  body: 'zqbody '.repeat(30).trim(),
  city: 'zqcityville',
  draft: 'zqdraft text',
  search: 'zqsearched',
  imported: 'Zqimported Person',
  refused: 'zqrefused',
  attached: 'zqattachedwords',
};

/** A message of the person's with a file in it. */
const mail = (): string =>
  `From: ${canaries.email}\r\nTo: office@diwan.example\r\nSubject: m\r\nDate: Mon, 02 Mar 2026 09:30:00 +0300\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: application/pdf; name=a.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(canaries.attached.repeat(200_000)).toString('base64').replace(/.{76}/g, '$&\r\n')}\r\n--b--\r\n`;

/** The program's own places for this run: base, temporary folder, home. */
function surroundings(place: Place): Record<string, string> {
  const folders = {
    TMPDIR: 'tmp',
    HOME: 'home',
    XDG_CACHE_HOME: 'home/cache',
    XDG_CONFIG_HOME: 'home/config',
    XDG_DATA_HOME: 'home/data',
    SQLITE_TMPDIR: 'tmp',
  };
  const env = Object.fromEntries(
    Object.entries(folders).map(([name, folder]) => [name, join(place.folder, 'around', folder)]),
  );
  for (const folder of Object.values(env)) mkdirSync(folder, { recursive: true });
  return env;
}

interface Hit {
  readonly file: string;
  readonly word: string;
}

/** Every file below the folders that holds a canary, as UTF-8, UTF-16 or hexadecimal text. */
function hits(folders: readonly string[], words: readonly string[]): Hit[] {
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((item) => item.isFile())
      .map((item) => join(item.parentPath, item.name)),
  );
  expect(files.length).toBeGreaterThan(3);
  return files.flatMap((file) => {
    const content = readFileSync(file);
    return words.filter((word) => forms(word).some((form) => content.includes(form))).map((word) => ({ file, word }));
  });
}

const forms = (word: string): Buffer[] => [
  Buffer.from(word),
  Buffer.from(word, 'utf16le'),
  Buffer.from(Buffer.from(word).toString('hex')),
];

async function importing(session: CliSession, file: string): Promise<{ created: number; attachments: number }> {
  const inspected = await session.ask<{ mapping: unknown }>('imports.inspect', { file });
  const mapping = inspected?.ok === true ? inspected.value.mapping : null;
  const started = await session.ask<{ id: string }>('imports.start', { file, read: {}, mapping, duplicates: 'create' });
  const id = started?.ok === true ? started.value.id : '';
  type Status = { state: string; counts: { created: number; attachments: number } };
  for (;;) {
    const status = await session.ask<Status>('imports.get', { id });
    if (status?.ok !== true) throw new Error('the import is not there');
    if (status.value.state !== 'running') return status.value.counts;
  }
}

async function work(session: CliSession, { csv, eml }: { csv: string; eml: string }): Promise<void> {
  const draft = {
    kind: 'person',
    names: [{ text: canaries.name }, { kind: 'alias', text: canaries.alias }],
    contactPoints: [
      { kind: 'phone', value: canaries.phone },
      { kind: 'email', value: canaries.email },
    ],
    addresses: [{ city: canaries.city }],
    identifiers: [{ scheme: 'sa-national-id', value: canaries.number }],
    note: canaries.note,
  };
  const created = await session.ask<{ id: string }>('parties.create', draft);
  const id = created?.ok === true ? created.value.id : '';
  const answers = [
    await session.ask('activities.log', {
      kind: 'call',
      subject: canaries.subject,
      body: canaries.body,
      partyIds: [id],
    }),
    await session.ask('drafts.save', { key: 'form', value: canaries.draft }),
    await session.ask('search.find', { text: canaries.search }),
    await session.ask('parties.list', {
      filter: { city: canaries.city },
      sort: { by: 'updated', direction: 'descending' },
    }),
    await session.ask('base.verify', {}),
  ];
  expect(answers.map((answer) => answer?.ok)).toEqual(answers.map(() => true));
  expect(await session.ask('parties.get', { id: canaries.refused })).toMatchObject({ ok: false });
  expect(await importing(session, csv)).toMatchObject({ created: 1 });
  // The second person of this address makes the next mail ambiguous.
  await importing(session, eml);
}

it(
  'unique strings typed, searched, imported and refused are in no file, open, killed or closed',
  async () => {
    const place = newBase();
    const env = surroundings(place);
    const recoveryCode = readFileSync(place.recoveryFile, 'utf8').trim();
    const words = [...Object.values(canaries), passphrase, recoveryCode, recoveryCode.replaceAll(/[^0-9A-Za-z]/g, '')];
    const csv = join(place.folder, 'people.csv');
    writeFileSync(csv, `name,mobile\r\n${canaries.imported},0551239876\r\n,${canaries.refused}\r\n`);
    const eml = join(place.folder, 'mail.eml');
    writeFileSync(eml, mail());
    const places = [place.base, join(place.folder, 'around')];

    const session = openSession(place, { env });
    await work(session, { csv, eml });
    expect(hits(places, words)).toEqual([]);
    await session.kill();
    expect(
      jsonOf(runCli(['call', 'imports.list', '--input', '-', ...place.access, '--json'], { env, input: '{}' })),
    ).toMatchObject({
      value: { imports: [{ counts: { created: 1, attachments: 1 } }, { counts: { created: 1 } }] },
    });
    expect(hits(places, words)).toEqual([]);

    const again = openSession(place, { env });
    await work(again, { csv, eml });
    expect(await again.end()).toBe(0);
    expect(hits(places, words)).toEqual([]);
    expect(runCli(['search', canaries.alias, ...place.access], { env }).stdout).toContain(canaries.name);
    expect(hits(places, words)).toEqual([]);
    place.remove();
  },
  patience,
);

it(
  'the search for canaries itself would find one',
  () => {
    const place = newBase();
    mkdirSync(join(place.folder, 'around'));
    writeFileSync(join(place.folder, 'around/one.txt'), `x${canaries.note}`);
    writeFileSync(join(place.base, 'two.bin'), Buffer.from(canaries.name, 'utf16le'));
    expect(
      hits([place.base, join(place.folder, 'around')], Object.values(canaries))
        .map(({ word }) => word)
        .toSorted(),
    ).toEqual([canaries.name, canaries.note].toSorted());
    place.remove();
  },
  patience,
);
