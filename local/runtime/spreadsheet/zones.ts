// Rectangles of cells: what they contain, and where they move when rows or columns are inserted or deleted.
import type { Zone } from './contract';

export type Dimension = 'ROW' | 'COL';

export function zonesOverlap(a: Zone, b: Zone): boolean {
  return a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom;
}

export function zoneContains(outer: Zone, inner: Zone): boolean {
  return outer.left <= inner.left && outer.right >= inner.right && outer.top <= inner.top && outer.bottom >= inner.bottom;
}

export function hasCell(zone: Zone, row: number, col: number): boolean {
  return row >= zone.top && row <= zone.bottom && col >= zone.left && col <= zone.right;
}

/** The zone after `count` lines were inserted before line `at`: it grows when the insertion is inside. */
export function zoneAfterInsert(zone: Zone, dimension: Dimension, at: number, count: number): Zone {
  const [start, end] = dimension === 'ROW' ? [zone.top, zone.bottom] : [zone.left, zone.right];
  const from = start >= at ? start + count : start;
  const to = end >= at ? end + count : end;
  return dimension === 'ROW' ? { ...zone, top: from, bottom: to } : { ...zone, left: from, right: to };
}

/** A formatted zone grown over inserted lines beside it: `edge` is the line after the zone's end, or the zone's first line. */
export function zoneWithInherited(zone: Zone, dimension: Dimension, edge: number, count: number, like: 'before' | 'after'): Zone {
  if (dimension === 'ROW') {
    if (like === 'before') return zone.bottom === edge - 1 ? { ...zone, bottom: zone.bottom + count } : zone;
    return zone.top === edge ? { ...zone, top: zone.top - count } : zone;
  }
  if (like === 'before') return zone.right === edge - 1 ? { ...zone, right: zone.right + count } : zone;
  return zone.left === edge ? { ...zone, left: zone.left - count } : zone;
}

/** The zone after lines `at … at + count - 1` were deleted; undefined when nothing of it is left. */
export function zoneAfterRemove(zone: Zone, dimension: Dimension, at: number, count: number): Zone | undefined {
  const [start, end] = dimension === 'ROW' ? [zone.top, zone.bottom] : [zone.left, zone.right];
  if (start >= at && end < at + count) return undefined;
  const moved = (line: number) => (line < at ? line : line < at + count ? at : line - count);
  const from = moved(start);
  const to = end >= at && end < at + count ? at - 1 : moved(end);
  return dimension === 'ROW' ? { ...zone, top: from, bottom: to } : { ...zone, left: from, right: to };
}
