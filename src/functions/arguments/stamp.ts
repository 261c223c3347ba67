// The stamp among the arguments (D4): the text of B24_DATA makes a formula recalculate and means nothing else.

/** True for `b24:<ISO time>#<generation>.<inputs>`. */
export function isStamp(value: unknown): boolean {
  return typeof value === 'string' && /^\s*b24:[^#]*#\d+\.\d+\s*$/i.test(value);
}
