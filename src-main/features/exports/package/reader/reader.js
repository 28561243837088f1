// The reader of a package: searches and shows everything in it without any network. Data come as scripts beside this page, because
// a page opened from a disk may read nothing else; they are only ever shown as text.
(() => {
  'use strict';
  const {
    words,
    choices,
    fold: foldGroups,
    indexFiles,
    parties,
    office,
    madeAt,
    version,
  } = JSON.parse(document.getElementById('package').textContent);
  const languages = ['ar', 'fa', 'en'];
  const state = { language: 'en', index: [], details: new Map(), query: '', loaded: 0, open: null };
  const byId = new Map();
  const waiting = new Map();
  const $ = (id) => document.getElementById(id);

  globalThis.diwan = (what, number, items) => {
    if (what === 'p') {
      state.details.set(number, items);
      return;
    }
    for (const entry of items) {
      state.index.push(entry);
      byId.set(entry[4], entry);
    }
  };

  const load = (path) => {
    const known = waiting.get(path);
    if (known) return known;
    const loading = new Promise((done, fail) => {
      const script = document.createElement('script');
      script.src = path;
      script.onload = () => (script.remove(), done());
      script.onerror = () => fail(new Error(path));
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
      state.loaded < indexFiles
        ? ` ${t('exports.reader.loading', { percent: number(Math.round((state.loaded / indexFiles) * 100)) })}`
        : '';
    $('count').textContent = t('exports.reader.found', { count: number(matches.length) }) + rest + loading;
  };

  const INSTANT = new Set(['created_at', 'updated_at', 'last_activity_at', 'at', 'deleted_at']);
  const LEFT_OUT = new Set([
    'id',
    'display_name',
    'primary_phone',
    'primary_email',
    'city',
    'role_types',
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

  const file = ({ name, path }) => {
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
    } catch {
      return panel.replaceChildren(
        element('p', 'caution', t('exports.reader.missing', { file: `reader/people-${entry[3]}.js` })),
      );
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
    document.title = `${office} · ${t('exports.reader.title')}`;
    $('title').textContent = t('exports.reader.title');
    $('office').textContent = office;
    $('made').textContent = t('exports.reader.made', { when: shown('', 'at', Date.parse(madeAt)), version });
    $('query').placeholder = t('exports.reader.search');
    $('query').setAttribute('aria-label', t('exports.reader.search'));
    $('results').setAttribute('aria-label', t('exports.reader.results'));
    for (const button of $('languages').children)
      button.setAttribute('aria-pressed', String(button.value === language));
    showResults();
    if (state.open !== null) void showPerson(state.open);
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
    for (let file = 0; file < indexFiles; file += 1) {
      try {
        await load(`reader/index-${file}.js`);
      } catch {
        $('missing').append(element('p', 'caution', t('exports.reader.missing', { file: `reader/index-${file}.js` })));
      }
      state.loaded = file + 1;
      showResults();
    }
    if (location.hash.length > 1) void showPerson(decodeURIComponent(location.hash.slice(1)));
    document.documentElement.dataset.ready = String(state.index.length === parties);
  };

  void begin();
})();
