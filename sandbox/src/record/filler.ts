/** Words that say nothing, by script. */
const latin = 'lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor'.split(' ');
const cyrillic = 'лорем ипсум долор сит амет консектетур адиписцинг елит сед до еиусмод темпор'.split(' ');

/**
 * A text in the shape of another one: as many words, lines and marks, so that lists, code and links of Markdown stay lists,
 * code and links; none of its words or numbers.
 */
export function fillText(text: string): string {
  let count = 0;
  return text.replaceAll(/[\p{L}\p{M}\p{N}]+/gu, (word) => {
    if (/^\p{N}+$/u.test(word)) return '0'.repeat(word.length);
    const words = /\p{Script=Cyrillic}/u.test(word) ? cyrillic : latin;
    const filler = words[count++ % words.length] ?? '';
    return /^\p{Lu}/u.test(word) ? filler.charAt(0).toUpperCase() + filler.slice(1) : filler;
  });
}
