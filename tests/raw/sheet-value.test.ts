// Cells of raw sheets as they are written, and whether a sheet still shows them.
import { likeness, looksLikeFormula, reads, sheetValue } from '../../src/raw/sheet-value';
import { probedZone } from '../../src/zone';

const moscow = probedZone('Europe/Moscow', 0, 2_000_000_000, () => 10800);

describe('cells of raw sheets', () => {
  it('are written as texts, numbers and serial numbers of the zone', () => {
    expect(sheetValue({ day: '1970-01-01' }, moscow)).toBe(25569);
    expect(sheetValue({ instant: 43200 }, moscow)).toBe(25569 + 15 / 24);
    expect([sheetValue('', moscow), sheetValue(5, moscow), sheetValue({ instant: 0 }, moscow)]).toEqual(['', 5, '']);
    expect(String(sheetValue('я'.repeat(60_000), moscow))).toHaveLength(50_000);
  });

  it('read back the same whatever Sheets does to spaces and apostrophes, and differ when people changed them', () => {
    expect([reads('a b', ' a\r\nb '), reads('quoted', "'quoted"), reads(0.1 + 0.2, 0.3), reads(new Date(0), 25569)]).toEqual(
      Array(4).fill(true),
    );
    expect([reads('a', 'b'), reads('5', 5), reads(5, '5'), reads('', 5), reads(false, 0), reads('x', '')]).toEqual(Array(6).fill(false));
  });

  it('that Sheets could take for a formula are told by their first sign', () => {
    expect(['=1+1', ' +7 999', '-5', '@name', "'=1"].map(looksLikeFormula)).toEqual(Array(5).fill(true));
    expect(['Deal =1', '7', '', 5].map(looksLikeFormula)).toEqual(Array(4).fill(false));
  });

  it('tell a row without its id: by the address of its card, else by texts and numbers', () => {
    const types = ['id', 'text', 'datetime', 'money'] as const;
    expect(likeness(['x', 'Deal', new Date(0), 5], types)).toBe(likeness([7, 'Deal ', 25569, 5], types));
    expect(likeness([7, 'A', 'https://p/1'], ['id', 'text', 'url'])).toBe(likeness(['', 'B', 'https://p/1'], ['id', 'text', 'url']));
    expect(likeness([7, '', 25569, ''], types)).toBe('');
  });
});
