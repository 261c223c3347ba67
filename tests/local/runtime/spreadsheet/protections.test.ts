/// <reference types="google-apps-script" />
// Protected ranges and sheets: apps-script reference 2.2, 5.3. The owner and another person run the same workbook.
import { manualClock } from '../../../../local/clock';
import { RunningExecution } from '../../../../local/runtime/execution';
import { ServiceException } from '../../../../local/runtime/service';
import { spreadsheetApp } from '../../../../local/runtime/services/spreadsheet-app';
import { ProtectionType } from '../../../../local/runtime/services/spreadsheet-app/enums';
import type { Callable } from './spreadsheet-objects';
import { workbook } from './workbook-under-test';

const owner = 'owner@firm.test';
const protectedText =
  'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';

/** A file of the owner; `as` opens it for a run of somebody. */
function file(switches = {}) {
  const book = workbook({ owner, switches });
  const as = (userEmail: string) => {
    const execution = new RunningExecution({
      authMode: 'FULL',
      hasUi: false,
      clock: manualClock(0),
      timeZone: 'Europe/Moscow',
      userEmail,
      budgetMs: 1e9,
      scopes: null,
      movesClock: true,
    });
    const app = spreadsheetApp(book, execution) as unknown as Record<
      string,
      (...args: unknown[]) => GoogleAppsScript.Spreadsheet.Spreadsheet
    >;
    const ss = app['getActiveSpreadsheet']?.() as GoogleAppsScript.Spreadsheet.Spreadsheet;
    return { ss, sheet: ss.getActiveSheet(), flush: () => (app as unknown as Callable)['flush']?.() };
  };
  return { book, as };
}

/** What came of a piece of work. */
function outcome(work: () => unknown): string {
  try {
    work();
    return 'done';
  } catch (error) {
    return error instanceof ServiceException ? error.message : String(error);
  }
}

/** A sheet whose A1:B2 the owner has locked for everybody else. */
function locked(switches = {}) {
  const { book, as } = file(switches);
  const mine = as(owner);
  mine.sheet.getRange('A1:B2').createFilter();
  const protection = mine.sheet.getRange('A1:B2').protect();
  protection.removeEditors(protection.getEditors());
  return { book, as, protection, mine };
}

it('protect() alone protects nothing [5.3 protect-alone]', () => {
  const { as } = file();
  as(owner).sheet.getRange('A1').protect();
  const other = as('other@firm.test').sheet.getRange('A1');
  expect([outcome(() => other.setValue(1)), other.canEdit()]).toEqual(['done', true]);
});

describe('with editors taken off, everybody else is refused [2.2 protected]', () => {
  it.each<[string, (sheet: GoogleAppsScript.Spreadsheet.Sheet, ss: GoogleAppsScript.Spreadsheet.Spreadsheet) => unknown]>([
    ['setValue', (sheet) => sheet.getRange('A1').setValue(1)],
    [
      'setValues over its edge',
      (sheet) =>
        sheet.getRange('B2:C3').setValues([
          [1, 2],
          [3, 4],
        ]),
    ],
    ['setFormula', (sheet) => sheet.getRange('B2').setFormula('=1')],
    ['clearContent', (sheet) => sheet.getRange('A:A').clearContent()],
    ['setBackground', (sheet) => sheet.getRange('A1').setBackground('#ff0000')],
    ['setNumberFormat', (sheet) => sheet.getRange('A1').setNumberFormat('@')],
    ['setNote', (sheet) => sheet.getRange('A1').setNote('n')],
    ['setDataValidation', (sheet) => sheet.getRange('A1').setDataValidation(null)],
    ['merge', (sheet) => sheet.getRange('A1:A2').merge()],
    ['copyTo into it', (sheet) => sheet.getRange('F1').copyTo(sheet.getRange('A1'))],
    ['sort', (sheet) => sheet.getRange('A1:C5').sort(1)],
    ['deleteRow through it', (sheet) => sheet.deleteRow(2)],
    ['clear of the sheet', (sheet) => sheet.clear()],
    ['appendRow into it', (sheet) => sheet.appendRow(['x'])],
    ['removal of its filter', (sheet) => sheet.getFilter()?.remove()],
  ])('%s', (_, work) => {
    const { as } = locked();
    const { sheet, ss } = as('other@firm.test');
    expect(outcome(() => work(sheet, ss))).toBe(protectedText);
  });

  it('outside of it nothing changes', () => {
    const { sheet } = locked().as('other@firm.test');
    expect(outcome(() => sheet.getRange('C1:C5').setValue(1))).toBe('done');
  });
});

it('the owner can always edit and is not among the editors [5.3 owner-edits]', () => {
  const { mine, protection } = locked();
  expect([outcome(() => mine.sheet.getRange('A1').setValue(1)), protection.canEdit(), protection.getEditors()]).toEqual(['done', true, []]);
});

it('an added editor may edit, a removed one no more [5.3 editors]', () => {
  const { as, protection } = locked();
  const try1 = () => outcome(() => as('Other@firm.test').sheet.getRange('A1').setValue(1));
  protection.addEditor('other@firm.test');
  const added = [try1(), protection.getEditors().map((user) => user.getEmail())];
  protection.removeEditor('other@firm.test');
  expect([added, try1()]).toEqual([['done', ['other@firm.test']], protectedText]);
});

it('a warning stops nobody [5.3 warning-only]', () => {
  const { as, protection } = locked();
  protection.setWarningOnly(true);
  expect(outcome(() => as('other@firm.test').sheet.getRange('A1').setValue(1))).toBe('done');
});

it('a domain that may edit is that of the owner [5.3 domain-edit]', () => {
  const { as, protection } = locked();
  protection.setDomainEdit(true);
  const results = ['other@firm.test', 'stranger@mail.test'].map((email) => outcome(() => as(email).sheet.getRange('A1').setValue(1)));
  expect([protection.canDomainEdit(), results]).toEqual([true, ['done', protectedText]]);
});

it('a protected sheet refuses cells, lines, name and rules, save in its unprotected ranges [5.3 unprotected-ranges]', () => {
  const { as } = file();
  const { sheet: mine, ss } = as(owner);
  ss.insertSheet('Ещё');
  const protection = mine.protect();
  protection.removeEditors(protection.getEditors());
  protection.setUnprotectedRanges([mine.getRange('C:C')]);
  const other = as('other@firm.test').ss.getSheets()[0] as GoogleAppsScript.Spreadsheet.Sheet;
  const file2 = as('other@firm.test').ss;
  expect([
    outcome(() => other.getRange('A1').setValue(1)),
    outcome(() => other.getRange('B1:C1').setValue(1)),
    outcome(() => other.getRange('C5').setValue(1)),
    outcome(() => other.insertRowAfter(1)),
    outcome(() => other.setName('x')),
    outcome(() => other.setConditionalFormatRules([])),
    outcome(() => file2.deleteSheet(other)),
  ]).toEqual([protectedText, protectedText, 'done', protectedText, protectedText, protectedText, protectedText]);
});

it('who is locked out may not unlock [5.3 protection-changes]', () => {
  const { as } = locked();
  const [protection] = as('other@firm.test').sheet.getProtections(ProtectionType.RANGE as never);
  expect([outcome(() => protection?.remove()), outcome(() => protection?.setWarningOnly(true)), protection?.canEdit()]).toEqual([
    protectedText,
    protectedText,
    false,
  ]);
});

it('each protect() adds another one, and all of them must let a person pass [5.3 overlapping-protections]', () => {
  const { as, protection, mine } = locked();
  protection.addEditor('other@firm.test');
  const second = mine.sheet.getRange('A1').protect();
  const open = outcome(() => as('other@firm.test').sheet.getRange('A1').setValue(1));
  second.removeEditors(second.getEditors());
  expect([
    open,
    outcome(() => as('other@firm.test').sheet.getRange('A1').setValue(1)),
    outcome(() => as('other@firm.test').sheet.getRange('B2').setValue(1)),
  ]).toEqual(['done', protectedText, 'done']);
});

it('the call refuses, or by the other reading the flush does [5.3 others-fail]', () => {
  const atOnce = locked().as('other@firm.test');
  expect(outcome(() => atOnce.sheet.getRange('A1').setValue(1))).toBe(protectedText);
  const later = locked({ refusesProtectedAtOnce: false }).as('other@firm.test');
  expect([outcome(() => later.sheet.getRange('A1').setValue(1)), outcome(() => later.flush())]).toEqual(['done', protectedText]);
});

it('a protection moves with its cells', () => {
  const { as, mine } = locked();
  mine.sheet.insertRowBefore(1);
  const { sheet } = as('other@firm.test');
  expect([outcome(() => sheet.getRange('A1').setValue(1)), outcome(() => sheet.getRange('A3').setValue(1))]).toEqual([
    'done',
    protectedText,
  ]);
});

it('a person who types or pastes is refused like a script [5.3 people-protected]', () => {
  const { book } = locked();
  expect(() => book.editAsPerson('Лист1', 'A1', 'x', 'other@firm.test')).toThrow(protectedText);
  expect(() => book.pasteAsPerson('Лист1', 'B2', [['x', 'y']], 'other@firm.test')).toThrow(protectedText);
  book.editAsPerson('Лист1', 'A1', 'мой');
  book.editAsPerson('Лист1', 'C1', 'чужой', 'other@firm.test');
  expect(book.dump('Лист1')).toEqual([['мой', '', 'чужой']]);
});

it('is kept with the file, and with it who owns it', () => {
  const { book } = locked();
  const reopened = workbook({ owner: 'other@firm.test', state: JSON.parse(JSON.stringify(book.save())) });
  expect(() => reopened.editAsPerson('Лист1', 'A1', 'x', 'other@firm.test')).toThrow(protectedText);
});
