// The menu of the file and what its entries do. onOpen must work in AuthMode NONE: it only builds the menu.
import { describe } from '../locale/describe';
import { notice } from '../locale/notice-words';
import { menuWords } from '../locale/words';
import { stopOwnDigest } from './digest';
import { openFile, userLang } from './file';
import { drawHelpSheet } from './help-sheet';
import { makeInputSheets } from './inputs';
import { approvePay, monthToApprove } from './pay-ledger';
import { checkPlatform } from './platform-check';
import { understood } from './platform-errors';
import { rederiveFacts } from './recommit';
import { buildReportSheets } from './reports';
import { refreshData } from './runs';
import { readSecret } from './secret';

/** Simple trigger: the file was opened. */
export function onOpen(): void {
  const lang = userLang();
  SpreadsheetApp.getUi()
    .createMenu(menuWords.title[lang])
    .addItem(menuWords.panel[lang], 'showSidebar')
    .addItem(menuWords.plans[lang], 'menuPlans')
    .addSeparator()
    .addItem(menuWords.refresh[lang], 'menuRefresh')
    .addItem(menuWords.reports[lang], 'menuBuildReports')
    .addSeparator()
    .addItem(menuWords.inputs[lang], 'menuInputSheets')
    .addItem(menuWords.recalculate[lang], 'menuRecalculate')
    .addItem(menuWords.approve[lang], 'menuApproveMonth')
    .addSeparator()
    .addItem(menuWords.help[lang], 'menuHelp')
    .addItem(menuWords.platform[lang], 'menuPlatformCheck')
    .addItem(menuWords.stopDigest[lang], 'menuStopDigest')
    .addToUi();
}

/** The add-on was installed into the open file. */
export function onInstall(): void {
  onOpen();
}

/** Menu: opens the panel. */
export function showSidebar(): void {
  const lang = userLang();
  const page = HtmlService.createHtmlOutputFromFile('Sidebar').setTitle(menuWords.title[lang]);
  SpreadsheetApp.getUi().showSidebar(page);
}

/** Menu: opens the table of plans. */
export function menuPlans(): void {
  menuAction(() => showPlanDialog());
}

/** The table of plans, in a window over the file. */
export function showPlanDialog(): void {
  const page = HtmlService.createHtmlOutputFromFile('Plans').setWidth(1180).setHeight(640);
  SpreadsheetApp.getUi().showModelessDialog(page, menuWords.plansTitle[userLang()]);
}

/** Menu: loads what is new from the portal; whoever has not connected gets the panel first. */
export function menuRefresh(): void {
  menuAction(() => {
    if (readSecret() === null) {
      showSidebar();
      return;
    }
    const lang = userLang();
    openFile().toast(notice('loading', lang), menuWords.title[lang], 10);
    openFile().toast(refreshData({ lang, origin: 'menu' }).text, menuWords.title[lang], 10);
  });
}

/** Menu: draws the report sheets. */
export function menuBuildReports(): void {
  menuAction(() => {
    const lang = userLang();
    openFile().toast(buildReportSheets(lang), menuWords.title[lang], 10);
  });
}

/** Menu: draws the sheet of functions and metrics. */
export function menuHelp(): void {
  menuAction(() => {
    const lang = userLang();
    openFile().toast(drawHelpSheet(lang), menuWords.title[lang], 10);
  });
}

/** Menu: tries out what the add-on needs of Google, into a sheet. */
export function menuPlatformCheck(): void {
  menuAction(() => {
    const lang = userLang();
    openFile().toast(checkPlatform(lang), menuWords.title[lang], 10);
  });
}

/** Menu: takes the person out of the morning digests. */
export function menuStopDigest(): void {
  menuAction(() => {
    const lang = userLang();
    openFile().toast(stopOwnDigest(lang), menuWords.title[lang], 10);
  });
}

/** Menu: makes the input sheets that are missing. */
export function menuInputSheets(): void {
  menuAction(() => {
    const lang = userLang();
    openFile().toast(makeInputSheets(lang), menuWords.title[lang], 10);
  });
}

/** Menu: counts everything anew from the store, after a setting that changes facts was typed (D2). */
export function menuRecalculate(): void {
  menuAction(() => {
    const lang = userLang();
    rederiveFacts();
    openFile().toast(notice('recalculated', lang), menuWords.title[lang], 10);
  });
}

/** Menu: asks for a month of pay and approves it. */
export function menuApproveMonth(): void {
  menuAction(() => {
    const lang = userLang();
    const ui = SpreadsheetApp.getUi();
    const answer = ui.prompt(menuWords.title[lang], notice('approveAsk', lang, { month: monthToApprove() }), ui.ButtonSet.OK_CANCEL);
    if (answer.getSelectedButton() === ui.Button.OK)
      openFile().toast(approvePay(answer.getResponseText(), lang), menuWords.title[lang], 10);
  });
}

/** Failures of a menu entry are shown in a dialog, in the language of the person who clicked. */
function menuAction(work: () => void): void {
  try {
    work();
  } catch (error) {
    const lang = userLang();
    const ui = SpreadsheetApp.getUi();
    ui.alert(menuWords.title[lang], describe(understood(error), lang), ui.ButtonSet.OK);
  }
}
