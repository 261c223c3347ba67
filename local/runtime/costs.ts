// Simulated time of service calls, in milliseconds of the runtime's clock: the only table of costs. Sources are sections of the references
// "apps-script" and "loading"; where they give none the value is an assumption and says so.

export const costs = {
  /** loading 5: 20 to 23 ms, the same for 100 KB values. */
  'cache.get': 22,
  /** loading 5: 56 to 57 ms, the same for 100 KB values. */
  'cache.put': 57,
  /** Each further value of a getAll or putAll. Assumed: one call's latency is paid once ("reading 25 values with one getAll is tens of ms", loading 5). */
  'cache.item': 1,
  /** loading 5: 30 to 34 ms. */
  'properties.get': 32,
  /** loading 5: 62 to 64 ms. */
  'properties.set': 63,
  /** Assumed like a cache read: a lock is one small call. */
  'lock.call': 22,
  /** Fixed part of a call that reads the sheet. apps-script 8: read and write of 100 B about 800 ms, less the 610 ms of a flush (loading 5), the rest halved. */
  'sheet.read': 95,
  /** Each cell read: "5+ s to read 1.2 M cells" (loading 5). */
  'sheet.readCell': 0.0042,
  /** Fixed part of a write before the flush: 4,000 cells in under 50 ms (apps-script 5.2). */
  'sheet.write': 45,
  /** Each cell written, paid when flushed: 610 ms for 4,000 cells with flush (loading 5). */
  'sheet.writeCell': 0.14,
  /** Fixed part of a flush: 12 s for 400 flushed rows (apps-script 5.2). */
  'sheet.flush': 30,
  /** Insert, delete, hide or resize sheets, rows, columns; named ranges, protections, metadata. Assumed like a flush. */
  'sheet.structure': 30,
  /** Number formats, colours, validation, notes: a write without values. Assumed like a write. */
  'sheet.format': 45,
  /** Insert, update or remove a chart. Assumed like two writes. */
  'sheet.chart': 90,
  /** Utilities without the network. Assumed below a millisecond: pure computing on the server. */
  'utilities.call': 0.2,
  /** Overhead of a fetch beside the network. Assumed; the answer's own time comes from the transport. */
  'fetch.call': 5,
  /** Creating, listing or deleting triggers. Assumed like writing a property. */
  'triggers.call': 63,
  /** Sending a mail. Assumed like a flush with values. */
  'mail.send': 610,
  /** Showing a dialog or sidebar, building menus. Assumed like a sheet write. */
  'ui.show': 45,
} as const;

export type CostName = keyof typeof costs;

/** The cost of `units` of a name, ms; an unknown name is a programming mistake and throws. */
export function costOf(name: string, units: number): number {
  if (!(name in costs)) throw new Error(`No cost is named "${name}" in local/runtime/costs.ts.`);
  return costs[name as CostName] * units;
}
