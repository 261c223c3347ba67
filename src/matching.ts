// Comparing what people type: case, ё and е, and extra spaces make no difference. Nearness of words for suggestions.

/** The text for comparison: lower case, ё = е, any run of blanks is one space, quotes and dashes alike, Latin twins of Cyrillic letters alike. */
export function plain(text: string): string {
  return text
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim()
    .toLowerCase()
    .replace(/ё/g, 'е')
    .replace(/[«»“”„"]/g, '')
    .replace(/[‐‑–—−]/g, '-')
    .replace(/[a-zа-я]+/g, oneAlphabet);
}

const latinTwins = 'aceopxykmthb';
const cyrillicTwins = 'асеорхукмтнв';

/** A word of both alphabets was typed with the wrong layout switched on: its Latin letters that look Cyrillic are meant so. */
function oneAlphabet(word: string): string {
  if (!/[a-z]/.test(word) || !/[а-я]/.test(word)) return word;
  return word.replace(/[a-z]/g, (letter) => cyrillicTwins[latinTwins.indexOf(letter)] ?? letter);
}

export function wordsOf(text: string): string[] {
  return plain(text)
    .split(' ')
    .filter((word) => word !== '');
}

/** Same words in any order: «Иванова Анна» = «Анна Иванова». */
export function sameWords(one: string, other: string): boolean {
  return wordsOf(one).sort().join(' ') === wordsOf(other).sort().join(' ');
}

/**
 * Positions of the names that a part of a name fits: whole words first, then beginnings of words, then any part; the first level
 * that fits anything answers. «Иванов» finds Иванов though Иванова also contains it.
 */
export function partMatches(part: string, names: readonly string[]): number[] {
  const wanted = wordsOf(part);
  if (wanted.length === 0) return [];
  // «Иванова Е.»: the dot of an initial stands for the rest of the word.
  const begins = (asked: string) => (asked.length > 1 ? asked.replace(/\.$/, '') : asked);
  const levels: ((word: string, asked: string) => boolean)[] = [
    (word, asked) => word === asked,
    (word, asked) => word.startsWith(begins(asked)),
    (word, asked) => word.includes(asked),
  ];
  const split = names.map(wordsOf);
  for (const fits of levels) {
    const found: number[] = [];
    split.forEach((words, index) => {
      if (wanted.every((asked) => words.some((word) => fits(word, asked)))) found.push(index);
    });
    if (found.length > 0) return found;
  }
  return [];
}

/** Up to `limit` names close to the text (at most a third of the typed letters differ, in the whole name or one of its words), nearest first. */
export function similarNames(text: string, names: readonly string[], limit = 3): string[] {
  const asked = plain(text);
  const reach = Math.floor(asked.length / 3);
  return names
    .map((name) => ({
      name,
      distance: Math.min(editDistance(asked, plain(name)), ...wordsOf(name).map((word) => editDistance(asked, word))),
    }))
    .filter((near) => near.distance <= reach)
    .sort((one, other) => one.distance - other.distance)
    .slice(0, limit)
    .map((near) => near.name);
}

/** Letters to insert, delete or replace to turn one text into the other. */
function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}

/** Names for a sentence, in the quotes that a formula needs: at most `limit`, then how many more. */
export function listed(names: readonly string[], limit = 12): string {
  const head = names
    .slice(0, limit)
    .map((name) => `"${name}"`)
    .join(', ');
  return names.length > limit ? `${head}… (+${names.length - limit})` : head;
}
