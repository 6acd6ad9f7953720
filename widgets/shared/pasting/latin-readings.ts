import letterTables from './letters.json';

/** How a queue's name was understood. */
export type Reading = 'plain' | 'lookalike' | 'transliterated' | 'layout';

/** What a written name may stand for. */
export interface QueueReading {
  /** In capital Latin letters and digits. */
  readonly queue: string;
  readonly how: Reading;
  /** The Cyrillic letters that look like Latin ones. */
  readonly letters?: string;
}

const latin = /^[A-Za-z][A-Za-z\d]*$/;
const cyrillic = /\p{Script=Cyrillic}/u;
const latinLetter = /[A-Za-z]/;
const latinTail = /\p{Script=Cyrillic}([A-Za-z][A-Za-z\d]*)$/u;
/** Letters as the two alphabets draw them alike. */
const lookalikes = pair(letterTables.lookalike);
/** Keys of a keyboard by the Russian letter on them. */
const layout = pair(letterTables.layout);
const sounds = pair(letterTables.sounds);
const longSounds: Readonly<Record<string, string>> = letterTables.longSounds;
const vowels = new Set('AEIOUY');

/**
 * What a name can stand for, the likeliest first; nothing where it cannot be a queue's. `еуые` was typed in the wrong layout,
 * `ТЕСТ` in the wrong alphabet, `TЕST` with one letter of it.
 */
export function readLatin(name: string): readonly QueueReading[] {
  if (latin.test(name)) return [{ queue: name.toUpperCase(), how: 'plain' }];
  if (!cyrillic.test(name)) return [];
  const alike = read(name, 'lookalike', (letter) => lookalikes.get(letter));
  const spoken = read(name, 'transliterated', toSound);
  const typed = read(name, 'layout', (letter) => layout.get(letter.toLowerCase()));
  if (latinLetter.test(name)) return [...alike, ...readTail(name), ...spoken];
  const [first, second] = isSpeakable(typed) && !isSpeakable(spoken) ? [typed, spoken] : [spoken, typed];
  return [...first, ...second, ...alike];
}

function read(
  name: string,
  how: Exclude<Reading, 'plain'>,
  toLatin: (letter: string) => string | undefined,
): readonly QueueReading[] {
  const letters = [...name];
  const turned = letters.map((letter) => (cyrillic.test(letter) ? toLatin(letter) : letter));
  const queue = turned.join('');
  if (turned.includes(undefined) || !latin.test(queue)) return [];
  const foreign = [...new Set(letters.filter((letter) => cyrillic.test(letter)))].join(', ');
  return [{ queue: queue.toUpperCase(), how, ...(how === 'lookalike' && { letters: foreign }) }];
}

/** The Latin end of a name that a Russian word was glued to. */
function readTail(name: string): readonly QueueReading[] {
  const tail = latinTail.exec(name)?.[1];
  return tail === undefined ? [] : [{ queue: tail.toUpperCase(), how: 'plain' }];
}

function toSound(letter: string): string | undefined {
  const small = letter.toLowerCase();
  return longSounds[small] ?? sounds.get(small);
}

/** Whether it has vowels and consonants in turn, as a word has. */
function isSpeakable([reading]: readonly QueueReading[]): boolean {
  const letters = [...(reading?.queue ?? '')];
  const spoken = letters.filter((letter) => vowels.has(letter)).length;
  return spoken > 0 && spoken * 2 <= letters.length + 1;
}

/** Which letter stands for which; the tables have them in the same order. */
export function pair({
  from,
  to,
}: {
  readonly from: string;
  readonly to: string;
}): ReadonlyMap<string, string> {
  const turned = [...to];
  return new Map([...from].map((letter, index) => [letter, turned[index] ?? letter]));
}
