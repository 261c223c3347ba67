// XML as the portal writes it when a method is called with the suffix `.xml`: one element per key, no attributes, no declaration.

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** Writes a PHP array: numeric keys become `item`; true is `1`, false and null are empty (published server code, rest.php outputXml). */
export function encodeXml(value: unknown): string {
  return members(value)
    .map(([key, member]) => {
      const name = /^\d+$/.test(key) ? 'item' : key;
      return `<${name}>${isArray(member) ? encodeXml(member) : text(member)}</${name}>`;
    })
    .join('');
}

const isArray = (value: unknown): boolean => typeof value === 'object' && value !== null;

function members(value: unknown): [string, unknown][] {
  if (value instanceof Map) return [...(value as Map<string, unknown>)];
  return Object.entries(value as Readonly<Record<string, unknown>>);
}

function text(value: unknown): string {
  if (value === true) return '1';
  if (value === undefined || value === null || value === false) return '';
  return String(value).replace(/[&<>"']/g, (char) => entities[char] ?? char);
}
