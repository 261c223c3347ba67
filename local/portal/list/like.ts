// SQL's LIKE as a test of a text, in time proportional to both: a pattern of many percent signs must not stand a portal still.

/** Reads a LIKE pattern (`%` any text, `_` one character), both sides in lower case (bitrix24-rest 4.3). */
export function likeTest(pattern: string): (text: string) => boolean {
  return (text) => {
    let at = 0;
    let own = 0;
    let percent = -1;
    let retry = 0;
    while (at < text.length) {
      const char = pattern[own];
      if (char === '%') {
        percent = own;
        retry = at;
        own += 1;
      } else if (char === '_' || (char !== undefined && char === text[at])) {
        own += 1;
        at += 1;
      } else if (percent >= 0) {
        // The last percent sign takes one character more; earlier ones never need to.
        retry += 1;
        at = retry;
        own = percent + 1;
      } else return false;
    }
    while (pattern[own] === '%') own += 1;
    return own === pattern.length;
  };
}
