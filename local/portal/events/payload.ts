// What a portal sends to the handler of an event: a form with nested brackets (bitrix24-rest 6). It knows no subscription.

/** One request to a handler. */
export interface OutgoingEvent {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Values of a payload; numbers are sent as texts. */
export type FormValue = string | number | { readonly [key: string]: FormValue };

/** A POST of these values; nobody sends it again when it fails. */
export const outgoingEvent = (url: string, values: Readonly<Record<string, FormValue>>): OutgoingEvent => ({
  url,
  headers: { 'content-type': 'application/x-www-form-urlencoded', 'user-agent': 'Bitrix24 Webhook Engine' },
  body: pairs(values, '')
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&'),
});

function pairs(values: Readonly<Record<string, FormValue>>, prefix: string): [string, string][] {
  return Object.entries(values).flatMap(([key, value]): [string, string][] => {
    const name = prefix === '' ? key : `${prefix}[${key}]`;
    return typeof value === 'object' ? pairs(value, name) : [[name, String(value)]];
  });
}
