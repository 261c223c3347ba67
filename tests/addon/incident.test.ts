// When a person is told of refreshes that fail; no mail.
import { afterFailure, type Incident } from '../../src/addon/incident';

/** Which of the failures in a row are told. */
function told(...keys: string[]): boolean[] {
  let incident: Incident | null = null;
  return keys.map((key, at) => {
    const next: ReturnType<typeof afterFailure> = afterFailure(incident, { key, personal: false }, at);
    incident = next.tell ? { ...next.incident, told: [...next.incident.told, key] } : next.incident;
    return next.tell;
  });
}

test('what a person must mend is told at once and once', () => {
  expect(told('webhookRejected', 'webhookRejected', 'webhookRejected')).toEqual([true, false, false]);
});

test('passing trouble is told when it has not passed by the next time, once whatever it is', () => {
  expect(told('portalBusy', 'portalUnreachable', 'portalBusy')).toEqual([false, true, false]);
  expect(told('unexpected', 'unexpected')).toEqual([false, true]);
});

test('trouble of another kind in the same incident is told when a person must mend it', () => {
  expect(told('portalBusy', 'portalBusy', 'webhookRejected', 'portalBusy', 'webhookRejected')).toEqual([false, true, true, false, false]);
  expect(told('webhookRejected', 'portalBusy', 'portalBusy')).toEqual([true, false, false]);
});

test('an incident remembers when it began and how often it failed', () => {
  const first = afterFailure(null, { key: 'portalBusy', personal: false }, 100).incident;
  expect(afterFailure(first, { key: 'webhookRejected', personal: true }, 200).incident).toEqual({
    since: 100,
    failures: 2,
    personal: true,
    told: [],
  });
});
