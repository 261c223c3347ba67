// The looks of a plain sheet: a short list of layers, each one attribute over a zone, later ones on top of earlier ones. It knows no cells.
import { type AttributeChange, type CellAttributes, DEFAULT_ATTRIBUTES } from './attributes';
import type { Zone } from './contract';
import { type Dimension, hasCell, zoneAfterInsert, zoneAfterRemove, zoneContains, zonesOverlap, zoneWithInherited } from './zones';

type AttributeName = keyof CellAttributes;

/** One attribute over a zone. */
export interface Layer {
  readonly zone: Zone;
  readonly name: AttributeName;
  readonly value: CellAttributes[AttributeName];
}

export class FormatLayers {
  private layers: Layer[];

  constructor(layers: readonly Layer[] = []) {
    this.layers = [...layers];
  }

  /** From the lowest to the topmost. */
  all(): readonly Layer[] {
    return this.layers;
  }

  /** The topmost value of an attribute at a cell; undefined where no layer says anything. */
  at<K extends AttributeName>(name: K, row: number, col: number): CellAttributes[K] | undefined {
    for (let index = this.layers.length - 1; index >= 0; index--) {
      const layer = this.layers[index];
      if (layer?.name === name && hasCell(layer.zone, row, col)) return layer.value as CellAttributes[K];
    }
    return undefined;
  }

  /** Layers of an attribute that touch a zone, topmost first: reading a whole sheet must not search all of them for every cell. */
  touching(name: AttributeName, zone: Zone): Layer[] {
    return this.layers.filter((layer) => layer.name === name && zonesOverlap(layer.zone, zone)).reverse();
  }

  /** Lays a change over a zone; what it covers completely can never be seen again. */
  add(zone: Zone, change: AttributeChange): void {
    for (const [key, value] of Object.entries(change)) {
      const name = key as AttributeName;
      this.layers = this.layers.filter((layer) => layer.name !== name || !zoneContains(zone, layer.zone));
      const layer = { zone, name, value: value ?? DEFAULT_ATTRIBUTES[name] };
      const previous = this.layers[this.layers.length - 1];
      const joined = previous === undefined ? undefined : joinedLayer(previous, layer);
      if (joined) this.layers[this.layers.length - 1] = joined;
      else this.layers.push(layer);
    }
  }

  /** Takes every look off a zone. */
  clear(zone: Zone): void {
    this.layers = this.layers.filter((layer) => !zoneContains(zone, layer.zone));
    for (const name of new Set(this.layers.filter((layer) => zonesOverlap(layer.zone, zone)).map((layer) => layer.name))) {
      this.add(zone, { [name]: undefined });
    }
  }

  /** Moves with inserted lines, which look like the line before or after them. */
  insert(dimension: Dimension, at: number, count: number, like: 'before' | 'after'): void {
    const inherit = at === 0 ? 'after' : like;
    const edge = inherit === 'before' ? at : at + count;
    this.move((zone) => zoneWithInherited(zoneAfterInsert(zone, dimension, at, count), dimension, edge, count, inherit));
  }

  remove(dimension: Dimension, at: number, count: number): void {
    this.move((zone) => zoneAfterRemove(zone, dimension, at, count));
  }

  private move(moved: (zone: Zone) => Zone | undefined): void {
    this.layers = this.layers.flatMap((layer) => {
      const zone = moved(layer.zone);
      return zone ? [{ ...layer, zone }] : [];
    });
  }
}

function joinedLayer(previous: Layer, next: Layer): Layer | undefined {
  if (previous.name !== next.name || previous.value !== next.value) return undefined;
  const [a, b] = [previous.zone, next.zone];
  if (a.left === b.left && a.right === b.right && b.top === a.bottom + 1) return { ...previous, zone: { ...a, bottom: b.bottom } };
  if (a.top === b.top && a.bottom === b.bottom && b.left === a.right + 1) return { ...previous, zone: { ...a, right: b.right } };
  return undefined;
}
