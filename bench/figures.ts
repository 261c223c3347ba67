// Figures as lines of a table: name, value, unit; times as wall clock and processor time, memory after a collection and as the peak of the process.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Prints one figure, or a heading when only a name is given. */
export function figure(name: string, value?: number | string, unit = ''): void {
  if (value === undefined) console.log(`\n${name}`);
  else console.log(`${name.padEnd(66)}${(typeof value === 'number' ? rounded(value) : value).padStart(14)} ${unit}`.trimEnd());
}

/** Two ways side by side, with how many times dearer the second is. */
export function versus(name: string, first: number, second: number, unit: string): void {
  console.log(
    `${name.padEnd(38)}${rounded(first).padStart(14)}${rounded(second).padStart(14)} ${unit.padEnd(9)}${rounded(second / first)} times`,
  );
}

/** Lines of cells under a heading, each column as wide as it needs; numbers to the right. */
export function table(head: readonly string[], lines: readonly (readonly (string | number)[])[]): void {
  const shown = lines.map((line) => line.map((cell) => (typeof cell === 'number' ? rounded(cell) : cell)));
  const widths = head.map((name, at) => Math.max(name.length, ...shown.map((line) => line[at]?.length ?? 0)));
  const printed = (cells: readonly string[], isRight: (at: number) => boolean) =>
    cells.map((cell, at) => (isRight(at) ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0))).join('  ');
  console.log(`\n${printed(head, () => false)}`.trimEnd());
  shown.forEach((cells, line) => {
    console.log(printed(cells, (at) => typeof lines[line]?.[at] === 'number').trimEnd());
  });
}

/** The median, and between which values it lies where there are several. */
export function spread(values: readonly number[]): string {
  const middle = rounded(median(values));
  return values.length < 2 ? middle : `${middle} (${rounded(Math.min(...values))} to ${rounded(Math.max(...values))})`;
}

function rounded(value: number): string {
  const digits = Math.abs(value) >= 100 || Number.isInteger(value) ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toFixed(digits).replace(/\B(?=(\d{3})+(?!\d)(?<!\.\d*))/g, ',');
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** What a piece of work took. On a machine that others use too, the processor's time says more than the wall clock. */
export interface Taken<T> {
  readonly result: T;
  readonly seconds: number;
  readonly processorSeconds: number;
}

export function timed<T>(work: () => T): Taken<T> {
  const cpu = process.cpuUsage();
  const begun = performance.now();
  const result = work();
  const seconds = (performance.now() - begun) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  return { result, seconds, processorSeconds: (user + system) / 1e6 };
}

/** Both times of a piece of work as figures. */
export function took(name: string, { seconds, processorSeconds }: Taken<unknown>): void {
  figure(name, seconds, 's');
  figure('  processor time', processorSeconds, 's');
}

/** Megabytes alive after a collection. */
export function heapMegabytes(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  collect();
  return process.memoryUsage().heapUsed / 1e6;
}

/** The most memory the process has had, in megabytes. */
export const peakMegabytes = (): number => (process.resourceUsage().maxRSS * 1024) / 1e6;
