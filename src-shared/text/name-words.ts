// A person's name as comparable words: honorifics, ibn and articles gone, compounds (عبد الله, علی زاده, أبو بكر) made one word.
import { fold } from './fold';
import { givenNameRanks } from './given-names';
import { compoundEnds, honorifics, kunyaHeads, lineage, plainHonorifics, servantHeads } from './name-particles';
import { skeleton, soundings } from './skeleton';

export interface NameWord {
  /** Folded, without an Arabic article. */
  readonly text: string;
  /** Primary skeleton, or the text where there is none: how frequent names are counted, whatever their spelling. */
  readonly code: string;
  readonly sounds: readonly string[];
  /** Ranks of the commonest given names it may be; words that share one are spellings of one name. */
  readonly given: readonly number[];
}

export interface NameWords {
  /** In the order given name … family name; a name written "family, given" is put in that order. */
  readonly words: readonly NameWord[];
  /** أبو خالد before a whole name. */
  readonly kunya: NameWord | null;
}

/** More words than this belong to no name that is compared; the first and the last are kept. */
const MOST_WORDS = 8;

/** The words of a name as typed in any script. Empty when it holds no letter. */
export function nameWords(text: string): NameWords {
  const [before = '', after = ''] = /^([^,،]*\p{L}[^,،]*)[,،]([^,،]*\p{L}[^,،]*)$/u.exec(text)?.slice(1) ?? [text];
  const parts = after === '' ? partsOf(before) : [...partsOf(after), ...partsOf(before)];
  const joined = joinCompounds(withoutHonorifics(parts));
  const isKunya = joined.length > 2 && joined[0]?.isKunya === true;
  const words = (isKunya ? joined.slice(1) : joined).map((word) => nameWord(word.text));
  const kept = words.length <= MOST_WORDS ? words : [...words.slice(0, MOST_WORDS - 1), ...words.slice(-1)];
  return { words: kept, kunya: isKunya ? nameWord(joined[0]?.text ?? '') : null };
}

/** Pure memo: a base has a thousand times fewer words than names. */
const memo = new Map<string, NameWord>();
const MEMO_SIZE = 50_000;

export function nameWord(folded: string): NameWord {
  const known = memo.get(folded);
  if (known !== undefined) return known;
  if (memo.size >= MEMO_SIZE) memo.clear();
  const text = folded.length >= 5 && folded.startsWith('ال') ? folded.slice(2) : folded;
  const code = skeleton(text);
  const word = { text, code: code === '' ? text : code, sounds: soundings(text), given: givenNameRanks(text) };
  memo.set(folded, word);
  return word;
}

const partsOf = (text: string): string[] =>
  fold(text)
    .split(' ')
    .filter((part) => part !== '');

/** Titles are dropped from the front while a name remains; those that are also names, only while two words remain. */
function withoutHonorifics(parts: readonly string[]): readonly string[] {
  let from = 0;
  while (from < parts.length - 1) {
    const part = parts[from] ?? '';
    const isAlone = parts.length - from === 2;
    if (!plainHonorifics.has(part) && (isAlone || !honorifics.has(part))) break;
    from += 1;
  }
  return parts.slice(from);
}

interface Joined {
  readonly text: string;
  readonly isKunya: boolean;
}

const isArticle = (part: string): boolean => /^(?:ال|[aeuo]l|ad|ar|as|ash|az|an|at)$/.test(part);

function joinCompounds(parts: readonly string[]): Joined[] {
  const words: Joined[] = [];
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index] ?? '';
    const skipsArticle = isArticle(parts[index + 1] ?? '') && index + 2 < parts.length;
    const next = parts[index + (skipsArticle ? 2 : 1)];
    const head = servantHeads.get(part) ?? kunyaHeads.get(part);
    if (head !== undefined && next !== undefined) {
      words.push({ text: joinHead(head, next, skipsArticle), isKunya: kunyaHeads.has(part) });
      index += skipsArticle ? 2 : 1;
    } else if (compoundEnds.has(part) && words.length > 0) {
      const last = words.pop();
      words.push({ text: `${last?.text ?? ''}${compoundEnds.get(part) ?? part}`, isKunya: false });
    } else if (isArticle(part) && next !== undefined && index + 1 < parts.length) continue;
    else if (lineage.has(part) && words.length > 0 && next !== undefined) continue;
    else words.push({ text: servantInOneWord(part), isKunya: false });
  }
  return words;
}

/** عبد + الله, Abd + al + Rahman and Abdul + Rahman all become the form in which the compound is one word. */
function joinHead(head: string, next: string, hadArticle: boolean): string {
  if (head === 'عبد' && hadArticle) return `عبدال${next}`;
  if (head === 'abu' && hadArticle) return `abul${next}`;
  return `${head}${next}`;
}

/** Abdurrahman, Abderrahmane, Abdossamad: the article has taken the sound of the name. */
const servantInOneWord = (part: string): string =>
  part.replace(/^abd[aeuo](?:sh(?=sh)|([rsnztd])(?=\1))(?=....)/, 'abdul');
