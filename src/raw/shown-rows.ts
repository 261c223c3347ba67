// What a raw sheet shows, packed: the id of each row with the hash of its cells. Six or seven characters a row, plain ASCII; hashes do not compress.

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** Digits of a hash of 30 bits. */
const HASH_DIGITS = 5;

/** Rows in any order; ids that rise by little are shortest. */
export function packShown(rows: Iterable<readonly [id: number, hash: number]>): string {
  const parts: string[] = [];
  let before = 0;
  for (const [id, hash] of rows) {
    parts.push(signedDigits(id - before) + hashDigits(hash));
    before = id;
  }
  return parts.join('');
}

/** Hashes by id; null for a text that `packShown` cannot have made. */
export function unpackShown(text: string): Map<number, number> | null {
  const values = Array.from({ length: 128 }, (_, code) => DIGITS.indexOf(String.fromCharCode(code)));
  const shown = new Map<number, number>();
  let id = 0;
  let at = 0;
  let fine = true;
  const digit = (): number => {
    const value = values[text.charCodeAt(at++)] ?? -1;
    fine = fine && value >= 0;
    return value;
  };
  while (at < text.length) {
    let [number, scale, value] = [0, 1, digit()];
    for (; value >= 32; value = digit()) {
      number += (value - 32) * scale;
      scale *= 32;
    }
    number += value * scale;
    id += number % 2 === 1 ? -(number - 1) / 2 : number / 2;
    let hash = 0;
    for (let place = 0; place < HASH_DIGITS; place++) hash = hash * 64 + digit();
    if (!fine) return null;
    shown.set(id, hash);
  }
  return shown;
}

/** Five bits a digit, the sign in the lowest bit, 32 on every digit but the last: ids that follow each other take one digit. */
function signedDigits(number: number): string {
  let rest = number < 0 ? -number * 2 + 1 : number * 2;
  let digits = '';
  for (; rest >= 32; rest = Math.floor(rest / 32)) digits += DIGITS.charAt(32 + (rest % 32));
  return digits + DIGITS.charAt(rest);
}

function hashDigits(hash: number): string {
  let digits = '';
  for (let shift = 24; shift >= 0; shift -= 6) digits += DIGITS.charAt((hash >>> shift) & 63);
  return digits;
}
