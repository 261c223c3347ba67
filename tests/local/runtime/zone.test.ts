// Zones of the runtime against the platform's own calendar.
import fc from 'fast-check';
import { isZone, momentOf, zoneOffset } from '../../../local/runtime/zone';

const seed = process.env['FC_SEED'] === undefined ? {} : { seed: Number(process.env['FC_SEED']) };
const zones = ['Europe/Moscow', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Apia', 'Asia/Vladivostok', 'UTC'];

/** What the platform's formatter shows, as if it were UTC. */
function shown(zone: string, moment: number): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }).format(moment);
}

it('the offset gives the wall clock the platform shows', () => {
  fc.assert(
    fc.property(fc.constantFrom(...zones), fc.integer({ min: Date.UTC(1975, 0, 1), max: Date.UTC(2060, 0, 1) }), (zone, moment) => {
      const wall = new Date(moment + zoneOffset(zone, moment)).toISOString().slice(0, 19).replace('T', ' ');
      return wall === shown(zone, moment);
    }),
    seed,
  );
});

it('a wall clock that exists leads to a moment that shows it', () => {
  fc.assert(
    fc.property(fc.constantFrom(...zones), fc.integer({ min: Date.UTC(1975, 0, 1), max: Date.UTC(2049, 0, 1) }), (zone, moment) => {
      const wall = moment + zoneOffset(zone, moment);
      const again = momentOf(zone, wall);
      return again + zoneOffset(zone, again) === wall;
    }),
    seed,
  );
});

it('GMT offsets are zones, unknown names are not', () => {
  expect([zoneOffset('GMT+5:30', 0), zoneOffset('UTC-3', 0), isZone('Europe/Moscow'), isZone('Mars/Base')]).toEqual([
    19_800_000,
    -10_800_000,
    true,
    false,
  ]);
});
