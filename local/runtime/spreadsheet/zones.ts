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

/** The part of `zone` outside `hole`, as up to four rectangles. */
export function zoneDifference(zone: Zone, hole: Zone): Zone[] {
  if (!zonesOverlap(zone, hole)) return [zone];
  const top = Math.max(zone.top, hole.top);
  const bottom = Math.min(zone.bottom, hole.bottom);
  const parts: Zone[] = [];
  if (zone.top < top) parts.push({ ...zone, bottom: top - 1 });
  if (zone.bottom > bottom) parts.push({ ...zone, top: bottom + 1 });
  if (zone.left < hole.left) parts.push({ top, bottom, left: zone.left, right: hole.left - 1 });
  if (zone.right > hole.right) parts.push({ top, bottom, left: hole.right + 1, right: zone.right });
  return parts;
}

/** The zone after `count` lines were inserted before line `at`: it grows when the insertion is inside. */
export function zoneAfterInsert(zone: Zone, dimension: Dimension, at: number, count: number): Zone {
  const [start, end] = dimension === 'ROW' ? [zone.top, zone.bottom] : [zone.left, zone.right];
  const from = start >= at ? start + count : start;
  const to = end >= at ? end + count : end;
  return dimension === 'ROW' ? { ...zone, top: from, bottom: to } : { ...zone, left: from, right: to };
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
