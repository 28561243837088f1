// The reader of a package: searches and shows everything in it without any network. Data come as scripts beside this page, because
// a page opened from a disk may read nothing else; they are only ever shown as text. Of a package under a passphrase each of those
// scripts holds an age file, which `opener.js` opens here.
(() => {
  'use strict';
  const { sealedKey, words, choices, fold: foldGroups } = JSON.parse(document.getElementById('package').textContent);
  const languages = ['ar', 'fa', 'en'];
  const state = { language: 'en', index: [], details: new Map(), query: '', loaded: 0, open: null, told: null };
  const about = { office: '', madeAt: null, version: '', parties: null, indexFiles: 0 };
  const byId = new Map();
  const waiting = new Map();
  const sealed = new Map();
  const $ = (id) => document.getElementById(id);

  globalThis.diwan = (what, number, items) => {
    if (what === 's') {
      sealed.set(number, items);
      return;
    }
    if (what === 'a') {
      Object.assign(about, items[0]);
      return;
    }
    if (what === 'p') {
      state.details.set(number, items);
      return;
    }
    for (const entry of items) {
      state.index.push(entry);
      byId.set(entry[4], entry);
    }
  };

  const bytesOf = (base64) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const unseal = async (path) => {
    const base64 = sealed.get(path);
    if (base64 === undefined) return;
    sealed.delete(path);
    const call = new TextDecoder().decode(await state.unseal(bytesOf(base64)));
    const [, what, number, items] = /^diwan\("(\w)",(\d+),(.*)\);\n$/s.exec(call);
    globalThis.diwan(what, Number(number), JSON.parse(items));
  };

  const load = (path) => {
    const known = waiting.get(path);
    if (known) return known;
    const loading = new Promise((done, fail) => {
      const script = document.createElement('script');
      script.src = path;
      script.onload = () => (script.remove(), done(unseal(path)));
      script.onerror = () => fail(Object.assign(new Error(path), { word: 'missing' }));
      document.head.append(script);
    });
    waiting.set(path, loading);
    return loading;
  };

  // The fold of the program itself, as a table: what is written differently and read alike becomes the same.
  const foldMap = new Map();
  for (const [to, characters] of foldGroups) for (const character of characters) foldMap.set(character, to);
  const fold = (text) => {
    let folded = '';
    for (const character of text) {
      const known = foldMap.get(character);
      folded += known !== undefined ? known : /[\p{L}\p{N}]/u.test(character) ? character.toLowerCase() : ' ';
    }
    return folded.trim().replace(/ +/g, ' ');
  };

  const t = (id, values = {}) => {
    const text = words[state.language][id] ?? id;
    return text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');
  };
  const number = (value) =>
    new Intl.NumberFormat(state.language === 'fa' ? 'fa' : `${state.language}-u-nu-latn`).format(value);
  const troubleWith = (file, { word = 'damaged' }) => element('p', 'caution', t(`exports.reader.${word}`, { file }));
  const element = (tag, className, text) => {
    const made = document.createElement(tag);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  };

  const found = () => {
    const tokens = fold(state.query).split(' ').filter(Boolean);
    if (tokens.length === 0) return state.index;
    return state.index.filter((entry) => tokens.every((token) => entry[2].includes(token)));
  };

  const MOST_SHOWN = 200;
  const showResults = () => {
    const matches = found();
    const list = $('results');
    list.replaceChildren(
      ...matches.slice(0, MOST_SHOWN).map((entry) => {
        const [name, kind, , , id, city] = entry;
        const item = element('li');
        const link = element('a', state.open === id ? 'open' : '');
        link.href = `#${id}`;
        const title = element('bdi', 'name', name);
        link.append(
          title,
          element('span', 'kind', [t(`catalogue.party.kind.${kind}`), city].filter(Boolean).join(' · ')),
        );
        item.append(link);
        return item;
      }),
    );
    const rest = matches.length > MOST_SHOWN ? ` ${t('exports.reader.first', { count: number(MOST_SHOWN) })}` : '';
    const loading =
      state.loaded < about.indexFiles
        ? ` ${t('exports.reader.loading', { percent: number(Math.round((state.loaded / about.indexFiles) * 100)) })}`
        : '';
    $('count').textContent = t('exports.reader.found', { count: number(matches.length) }) + rest + loading;
  };

  const INSTANT = new Set(['created_at', 'updated_at', 'last_activity_at', 'at', 'deleted_at']);
  // Said once more by the parts of the party.
  const SUMMED = new Set(['display_name', 'primary_phone', 'primary_email', 'city', 'role_types']);
  const LEFT_OUT = new Set([
    'id',
    'owner_id',
    'created_by',
    'shown_owner_id',
    'shown_language',
    'deputy_id',
    'author_id',
  ]);
  const shown = (entity, name, value) => {
    if (INSTANT.has(name))
      return new Date(value).toLocaleString(
        state.language === 'ar' ? 'ar-u-nu-latn-ca-gregory' : state.language === 'fa' ? 'fa-u-ca-persian' : 'en',
        { dateStyle: 'medium', timeStyle: 'short' },
      );
    if (name === 'preferred' || name === 'do_not_use') return t(value ? 'exports.yes' : 'exports.no');
    if (name.endsWith('calendar')) return t(`common.calendar-${value}`);
    return choices.includes(`${entity}.${name}`) ? t(`catalogue.${entity}.${name}.${value}`) : String(value);
  };

  const facts = (entity, row) => {
    const list = element('dl');
    for (const [name, value] of Object.entries(row)) {
      if (entity === 'party' && SUMMED.has(name)) continue;
      if (LEFT_OUT.has(name) || (value === 0 && (name === 'preferred' || name === 'do_not_use'))) continue;
      const term = element('dt', '', t(`catalogue.${entity}.${name}`));
      const said = element('dd');
      said.append(element('bdi', '', shown(entity, name, value)));
      const pair = element('div', name === 'do_not_use' ? 'caution' : '');
      pair.append(term, said);
      list.append(pair);
    }
    return list;
  };

  const section = (title, items) => {
    if (items.length === 0) return [];
    const made = element('section');
    made.append(element('h3', '', title), ...items);
    return [made];
  };

  const personLink = (id, name) => {
    const link = element(byId.has(id) ? 'a' : 'span', 'name', name);
    if (byId.has(id)) link.href = `#${id}`;
    return link;
  };

  const edge = (row) => {
    const made = element('p');
    made.append(
      element(
        'span',
        'kind',
        `${t(`relationships.${row.direction === 'outgoing' ? 'type' : 'inverse'}.${row.type}`)}: `,
      ),
      personLink(row.other_id, row.other_name),
    );
    const more = [row.position, row.note, [row.from_on, row.to_on].filter(Boolean).join(' – ')].filter(Boolean);
    for (const text of more) made.append(element('span', 'kind', ' · '), element('bdi', 'kind', text));
    return made;
  };

  // A page on a disk may read no other file than one that the person hands it.
  const sealedFile = ({ name, path }) => {
    const expected = `${path.slice(path.lastIndexOf('/') + 1)}.age`;
    const made = element('p');
    const input = element('input');
    input.type = 'file';
    input.accept = '.age';
    const label = element('label', 'name', name);
    label.append(input);
    const said = element('span', 'kind', ` ${t('exports.reader.choose', { file: `${path}.age` })}`);
    input.addEventListener('change', async () => {
      const [chosen] = input.files;
      if (chosen?.name !== expected) return;
      try {
        const bytes = await state.unseal(new Uint8Array(await chosen.arrayBuffer()));
        const link = element('a', '', t('exports.reader.save', { file: name }));
        link.href = URL.createObjectURL(new Blob([bytes]));
        link.download = name;
        made.replaceChildren(link);
      } catch (error) {
        made.append(troubleWith(expected, error));
      }
    });
    made.append(label, said);
    return made;
  };

  const file = ({ name, path }) => {
    if (sealedKey !== null) return sealedFile({ name, path });
    const made = element('p');
    const link = element('a', '', name);
    link.href = path;
    link.target = '_blank';
    link.rel = 'noreferrer';
    made.append(link);
    return made;
  };

  const activity = (row) => {
    const made = element('article');
    const head = element('p');
    head.append(
      element('span', 'kind', `${shown('activity', 'at', row.at)} · ${t(`catalogue.activity.kind.${row.kind}`)} `),
      element('bdi', 'name', row.subject),
    );
    made.append(head);
    if (row.body) made.append(element('p', 'body', row.body));
    for (const name of ['outcome', 'place'])
      if (row[name]) made.append(element('p', 'kind', `${t(`catalogue.activity.${name}`)}: ${row[name]}`));
    if (row.with.length > 1) {
      const others = element('p', 'kind');
      for (const other of row.with) others.append(personLink(other.id, other.name), ' ');
      made.append(others);
    }
    return made;
  };

  const showPerson = async (id) => {
    const panel = $('person');
    state.open = id;
    const entry = byId.get(id);
    if (entry === undefined) return panel.replaceChildren();
    try {
      await load(`reader/people-${entry[3]}.js`);
    } catch (error) {
      return panel.replaceChildren(troubleWith(`reader/people-${entry[3]}.js`, error));
    }
    const person = state.details.get(entry[3]).find((candidate) => candidate.id === id);
    const title = element('h2');
    title.append(element('bdi', '', entry[0]));
    panel.replaceChildren(
      title,
      facts('party', person.party),
      ...Object.entries(person.parts).flatMap(([entity, rows]) =>
        section(
          t(`catalogue.${entity}`),
          rows.map((row) => facts(entity, row)),
        ),
      ),
      ...section(t('catalogue.relationship'), person.relationships.map(edge)),
      ...section(t('exports.reader.files'), person.files.map(file)),
      ...section(`${t('catalogue.activity')} (${number(person.activities.length)})`, person.activities.map(activity)),
    );
    panel.scrollTop = 0;
    showResults();
  };

  const speak = (language) => {
    state.language = language;
    document.documentElement.lang = language;
    document.documentElement.dir = language === 'en' ? 'ltr' : 'rtl';
    document.title = [about.office, t('exports.reader.title')].filter(Boolean).join(' · ');
    $('title').textContent = t('exports.reader.title');
    $('office').textContent = about.office;
    $('made').textContent =
      about.madeAt === null
        ? ''
        : t('exports.reader.made', { when: shown('', 'at', Date.parse(about.madeAt)), version: about.version });
    const [label, , button, status] = $('lock').children;
    label.textContent = t('exports.reader.password');
    button.textContent = t('exports.reader.unlock');
    status.className = state.told === 'wrong' || state.told === 'damaged' ? 'caution' : '';
    status.textContent = state.told === null ? '' : t(`exports.reader.${state.told}`, { file: 'reader.html' });
    $('query').placeholder = t('exports.reader.search');
    $('query').setAttribute('aria-label', t('exports.reader.search'));
    $('results').setAttribute('aria-label', t('exports.reader.results'));
    for (const button of $('languages').children)
      button.setAttribute('aria-pressed', String(button.value === language));
    showResults();
    if (state.open !== null) void showPerson(state.open);
  };

  const tell = (word) => {
    state.told = word;
    speak(state.language);
  };
  const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));

  /** Resolves when the passphrase was right. */
  const unlocked = () =>
    new Promise((done) => {
      const form = $('lock');
      const [, password, button] = form.children;
      form.hidden = false;
      document.body.classList.add('locked');
      password.focus();
      form.addEventListener('submit', async (event) => {
        event.preventDefault();
        button.disabled = true;
        tell('unlocking');
        await painted();
        try {
          state.unseal = await globalThis.openPackage(bytesOf(sealedKey), password.value);
          tell(state.unseal === null ? 'wrong' : null);
        } catch {
          tell('damaged');
        }
        button.disabled = false;
        if (!state.unseal) return password.select();
        password.value = '';
        form.hidden = true;
        document.body.classList.remove('locked');
        $('query').focus();
        done();
      });
    });

  const loadIndex = async () => {
    const missing = (file, error) => $('missing').append(troubleWith(file, error));
    await load('reader/about.js').catch((error) => missing('reader/about.js', error));
    speak(state.language);
    for (let file = 0; file < about.indexFiles; file += 1) {
      const path = `reader/index-${file}.js`;
      await load(path).catch((error) => missing(path, error));
      state.loaded = file + 1;
      showResults();
    }
  };

  const begin = async () => {
    for (const language of languages) {
      const button = element('button', '', { ar: 'العربية', fa: 'فارسی', en: 'English' }[language]);
      button.type = 'button';
      button.value = language;
      button.lang = language;
      button.addEventListener('click', () => speak(language));
      $('languages').append(button);
    }
    $('query').addEventListener('input', (event) => {
      state.query = event.target.value;
      showResults();
    });
    globalThis.addEventListener('hashchange', () => void showPerson(decodeURIComponent(location.hash.slice(1))));
    const told = languages.find((language) => navigator.language.startsWith(language));
    speak(told ?? document.documentElement.lang);
    if (sealedKey !== null) await unlocked();
    await loadIndex();
    if (location.hash.length > 1) void showPerson(decodeURIComponent(location.hash.slice(1)));
    document.documentElement.dataset.ready = String(state.index.length === about.parties);
  };

  void begin();
})();
