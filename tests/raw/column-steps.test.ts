// Columns of a raw sheet come back in order, those of people to the right of the border.
import fc from 'fast-check';
import { type ColumnStep, columnSteps } from '../../src/raw/column-steps';
import { FUZZ } from '../fuzz';

const ours = ['ID', 'Title', 'Sum', 'Link'];

interface Reading {
  readonly now?: readonly string[];
  readonly former?: readonly string[];
  readonly empty?: readonly string[];
  readonly stillOurs?: boolean;
}

const steps = (header: readonly string[], { now = ours, former = [], empty = [''], stillOurs = false }: Reading = {}) =>
  columnSteps({
    header,
    spellings: now.map((title) => [title, `${title} (ru)`]),
    former,
    isMark: (title) => title === 'as of',
    isEmpty: (column) => empty.includes(header[column] ?? ''),
    showsOurs: () => stillOurs,
  });

/** The header after the steps. */
function stepped(header: readonly string[], taken: readonly ColumnStep[]): string[] {
  const columns = [...header];
  for (const step of taken) {
    if (step.kind === 'insert') columns.splice(step.at, 0, 'new');
    else if (step.kind === 'delete') columns.splice(step.at, 1);
    else columns.splice(step.to, 0, ...columns.splice(step.from, 1));
  }
  return columns;
}

describe('columns of a raw sheet', () => {
  it('need nothing when they are as they were left, in either language, with columns of people beside them', () => {
    expect(steps([...ours, 'as of', 'mine'])).toEqual([]);
    expect(steps([...ours.map((title) => `${title} (ru)`), 'as of'])).toEqual([]);
    expect(steps(['', '', '', '', ''])).toEqual([]);
    expect(steps([...ours, '', 'mine'])).toEqual([]);
  });

  it('get real columns for what is new, left of those of people', () => {
    const header = [...ours, 'as of', 'mine'];
    const found = steps(header, { now: [...ours, 'Reason', 'Region'], former: ours }) ?? [];
    expect(found).toEqual([
      { kind: 'insert', at: 4 },
      { kind: 'insert', at: 5 },
    ]);
    expect(stepped(header, found)).toEqual([...ours, 'new', 'new', 'as of', 'mine']);
  });

  it('lose a column that is no longer ours', () => {
    expect(steps([...ours, 'Reason', 'Region', 'as of'], { now: [...ours, 'Region'], former: [...ours, 'Reason', 'Region'] })).toEqual([
      { kind: 'delete', at: 4 },
    ]);
  });

  it('inserted by people inside of ours go right of the border, in their order; an empty one goes', () => {
    const header = ['ID', 'note 1', 'Title', '', 'Sum', 'note 2', 'Link', 'as of', 'mine'];
    expect(stepped(header, steps(header) ?? [])).toEqual([...ours, 'as of', 'note 1', 'note 2', 'mine']);
  });

  it('deleted by people come back in their place, moved ones return', () => {
    const gone = ['ID', 'Title', 'Link', 'as of'];
    expect(stepped(gone, steps(gone) ?? [])).toEqual(['ID', 'Title', 'new', 'Link', 'as of']);
    const moved = ['Sum', 'ID', 'Link', 'Title', 'as of'];
    expect(stepped(moved, steps(moved) ?? [])).toEqual([...ours, 'as of']);
  });

  it('with another title are ours while they show what ours show, else they are of people', () => {
    const header = ['ID', 'Name', 'Sum', 'Link', 'as of'];
    expect(steps(header, { stillOurs: true })).toEqual([]);
    expect(stepped(header, steps(header) ?? [])).toEqual(['ID', 'new', 'Sum', 'Link', 'as of', 'Name']);
  });

  it('get a column for the mark where people write in its place', () => {
    const header = [...ours, 'mine'];
    expect(stepped(header, steps(header) ?? [])).toEqual([...ours, 'new', 'mine']);
  });

  it('cannot be told when most titles are gone', () => {
    expect(steps(['Report', '', '', '', 'as of'])).toBeNull();
    expect(steps(['a', 'b', 'Sum', 'd', 'as of'])).toBeNull();
  });

  it('end in order, and no column of people is lost, whatever was done to them', () => {
    const mine = ['m1', 'm2', 'm3'];
    const shuffled = fc.shuffledSubarray([...ours, ...mine], { minLength: 4 });
    fc.assert(
      fc.property(shuffled, fc.boolean(), (area, marked) => {
        const header = [...area, ...(marked ? ['as of'] : []), 'right'];
        const found = steps(header);
        if (found === null) return;
        const result = stepped(header, found);
        const kept = result.slice(0, ours.length).map((title, at) => (title === 'new' ? ours[at] : title));
        expect(kept).toEqual(ours);
        expect(result.filter((title) => [...mine, 'right'].includes(title)).sort()).toEqual(
          [...area.filter((title) => mine.includes(title)), 'right'].sort(),
        );
      }),
      FUZZ,
    );
  });
});
