// Takes out the blanks between tokens that JavaScript does not need: the lines stay, indented by tabs, for whoever reads the script in Google's editor, and
// every call has less to parse. Texts, templates and comments stay as they are.
import { parse } from 'acorn';

/** Both would become one word, or another operator. */
const NEEDED = /[\w$]{2}|\+\+|--|\/\/|\/\*/;

export function compact() {
  return {
    name: 'compact',
    renderChunk(code) {
      let [compacted, end] = ['', 0];
      // The parser tells a regular expression from a division; a tokenizer by itself guesses.
      const tokens = [];
      parse(code, { ecmaVersion: 2020, sourceType: 'module', onToken: tokens });
      for (const { type, start, end: next } of tokens) {
        compacted += type.label === 'template' ? code.slice(end, start) : between(code.slice(end, start), code[end - 1], code[start]);
        compacted += code.slice(start, next);
        end = next;
      }
      return { code: compacted + code.slice(end), map: null };
    },
  };
}

function between(blank, before, after) {
  if (blank.includes('/*') || blank.includes('//')) return blank;
  if (blank.includes('\n')) return `\n${'\t'.repeat(Math.floor(blank.slice(blank.lastIndexOf('\n') + 1).length / 2))}`;
  // Letters beyond ASCII may be parts of names.
  const pair = `${before ?? ''}${after ?? ''}`;
  return blank === '' || (!NEEDED.test(pair) && !/[^\0-\x7f]/.test(pair)) ? '' : ' ';
}
