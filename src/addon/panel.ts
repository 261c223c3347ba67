// What the panel calls (server-api.ts). Failures leave as plain errors whose message is one sentence: only the message survives
// google.script.run.

import { isKpiError } from '../errors';
import type { FormulaAnswer, FormulaChoices, FormulaForm } from '../functions/formula-helper';
import type { KpiSetForm, PaySetup } from '../functions/pay-setup';
import type { PlanQuestion } from '../functions/plan-editor';
import { describe } from '../locale/describe';
import { scopeSentences } from '../locale/scope-words';
import { isoDay } from '../period';
import { checkConnection } from './connect';
import { forgetConnection, readConnection, tellFile } from './connection';
import { fieldChoices } from './deal-fields';
import { DEMO_PORTAL, fillWithDemo } from './demo-file';
import { sendOwnDigest } from './digest';
import { factsSource } from './facts-source';
import { openFile, userLang } from './file';
import { helperAnswer, helperChoices, helperInsert } from './formula-helper';
import { currentDirectory, makeInputSheets } from './inputs';
import { shownRuns } from './journal';
import { askToStop, loadingState } from './load-progress';
import { showPlanDialog } from './menu';
import { sendTrial } from './notices';
import { beginAuthorization, redirectAddress } from './oauth';
import { openPaySetup, saveSet } from './pay-editor';
import { approvePay } from './pay-ledger';
import { keepPlanDraft } from './plan-drafts';
import { openPlans, savePlans as writePlans } from './plan-editor';
import { understood } from './platform-errors';
import { ownPortal } from './portal';
import { settleRawSheets } from './raw-sheets';
import { rederiveFacts } from './recommit';
import { buildReportSheets, reportChoiceList } from './reports';
import { refreshData } from './runs';
import { changeSchedule, endOwnSchedule, followZone, shownSchedule } from './schedule';
import { writeScheme } from './scheme-editor';
import type {
  DraftCell,
  LoadingState,
  OauthForm,
  PanelState,
  PlanEdit,
  PlansOpened,
  PlansSaved,
  RefreshResult,
  ReportChoice,
  ReportOrder,
  ScheduleForm,
  ScheduleState,
  SchemeEdit,
  SchemeSaved,
  SettingChoices,
  SettingsForm,
  ShownRun,
} from './server-api';
import { readSettings, writeSettings } from './settings';
import { settleInputs } from './typed-inputs';

export function sidebarState(): PanelState {
  return panelCall(() => panelState());
}

/** How far the unfinished load is; null when there is none. Takes no lock: it may be asked while a refresh runs. */
export function loadProgress(): LoadingState | null {
  return panelCall(() => loadingState(userLang()));
}

/** Checks the webhook against the portal, keeps it for this person and this file. */
export function connect(webhook?: string): PanelState {
  return panelCall(() => {
    checkConnection(webhook);
    return panelState();
  });
}

/** Begins to connect by OAuth; answers the address where the person lets the application in. */
export function beginOauth(form?: OauthForm): string {
  return panelCall(() => beginAuthorization(form));
}

export function disconnect(): PanelState {
  return panelCall(() => {
    endOwnSchedule();
    forgetConnection();
    return panelState();
  });
}

/** Fills an empty file with invented data and builds the reports. */
export function tryDemo(): string {
  return panelCall(() => fillWithDemo(userLang()));
}

/** One run of a refresh; call again, without `full`, while `done` is false. `full` confirms that everything is loaded anew and replaced (D11). */
export function refresh(full?: boolean): RefreshResult {
  return panelCall(() => refreshData({ lang: userLang(), full: full === true }));
}

/** Report sheets that can be built, with those that are picked. */
export function reportChoices(): readonly ReportChoice[] {
  return panelCall(() => reportChoiceList(userLang()));
}

/** Draws the report sheets of an order; without one, what was picked the last time. */
export function buildReports(order?: ReportOrder): string {
  return panelCall(() => buildReportSheets(userLang(), order));
}

/** Makes the input sheets that are missing. */
export function createInputSheets(): string {
  return panelCall(() => makeInputSheets(userLang()));
}

/** Approves a month of pay, written as in a formula: it is frozen (R1). Answers one sentence. */
export function approveMonth(month?: string): string {
  return panelCall(() => approvePay(String(month ?? ''), userLang()));
}

/**
 * Types the settings that were given into «Настройки», language and time zone into the file's own settings; where facts follow, everything is counted anew
 * from the store.
 */
export function saveSettings(settings: Partial<SettingsForm>): PanelState {
  return panelCall(() => {
    const { facts, rawSheets } = writeSettings(settings);
    if (facts) rederiveFacts();
    else settleInputs();
    if (rawSheets) settleRawSheets();
    if (settings.zone !== undefined) followZone();
    return panelState();
  });
}

/** Pipelines that are loaded, and the custom fields of deals that the portal has now. */
export function settingChoices(): SettingChoices {
  return panelCall(() => {
    const { pipelines, managers, failStages } = currentDirectory().names;
    return { pipelines, managers, failStages, dealFields: fieldChoices(userLang(), ownPortal().send) };
  });
}

export function testNotice(): string {
  return panelCall(() => sendTrial(userLang()));
}

/** Sends the digest to whoever asks for it, as it would look now. */
export function testDigest(): string {
  return panelCall(() => sendOwnDigest(userLang()));
}

/** When the file refreshes by itself, and who keeps that. */
export function scheduleState(): ScheduleState {
  return panelCall(() => shownSchedule(userLang()));
}

/** Sets, changes, takes over or removes the schedule. */
export function setSchedule(form: ScheduleForm): PanelState {
  return panelCall(() => {
    changeSchedule(form);
    return panelState();
  });
}

/** The plans of a year, one metric, one kind of owner. */
export function plans(question: PlanQuestion): PlansOpened {
  return panelCall(() => openPlans(question));
}

/** Keeps what was typed and not saved, for this person; an empty list forgets it. */
export function keepDraft(question: PlanQuestion, cells: readonly DraftCell[]): void {
  panelCall(() => keepPlanDraft(question, cells));
}

/** Writes changed plans into «Планы»; what met another person's change comes back as a conflict. */
export function savePlans(question: PlanQuestion, edits: readonly PlanEdit[]): PlansSaved {
  return panelCall(() => writePlans(question, edits));
}

/** Opens the large table of plans over the file. */
export function showPlans(): void {
  panelCall(() => showPlanDialog());
}

/** The last runs of the journal, newest first. */
export function lastRuns(): readonly ShownRun[] {
  return panelCall(() => shownRuns());
}

/** Takes no lock: the refresh that is to stop holds it. */
export function cancelRefresh(): void {
  panelCall(() => askToStop());
}

export function formulaChoices(): FormulaChoices {
  return panelCall(() => helperChoices());
}

/** The formula of what was chosen with the beginning of its answer. */
export function formulaAnswer(form: FormulaForm): FormulaAnswer {
  return panelCall(() => helperAnswer(form));
}

/** Writes the formula into the active cell; answers one sentence. */
export function insertFormula(form: FormulaForm): string {
  return panelCall(() => helperInsert(form, userLang()));
}

/** KPI sets and schemes of pay. */
export function paySetup(): PaySetup {
  return panelCall(() => openPaySetup());
}

/** Writes one KPI set into «Наборы KPI». */
export function saveKpiSet(set: KpiSetForm): PaySetup {
  return panelCall(() => saveSet(set));
}

/** Writes one scheme of pay into «Схема мотивации», or takes it away. */
export function saveScheme(edit: SchemeEdit): SchemeSaved {
  return panelCall(() => writeScheme(edit));
}

function panelCall<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new Error(describe(understood(error), userLang()));
  }
}

function panelState(): PanelState {
  const own = tellFile() !== null;
  const connection = readConnection();
  const loaded = loadedState();
  const settings = readSettings();
  return {
    lang: userLang(),
    portal: connection?.portal ?? null,
    userName: connection?.userName ?? '',
    own,
    redirect: redirectAddress(),
    missingScopes: scopeSentences(connection?.missingScopes ?? [], settings.chatNotices, userLang()),
    loading: loadingState(userLang()),
    settings,
    schedule: shownSchedule(userLang()),
    ...loaded,
  };
}

function loadedState(): Pick<PanelState, 'asOf' | 'asOfText' | 'deals' | 'leads' | 'loadedFrom' | 'demo'> {
  try {
    const { labels } = factsSource().load([]);
    const asOf = new Date(labels.asOf * 1000);
    return {
      asOf: asOf.toISOString(),
      asOfText: Utilities.formatDate(
        asOf,
        openFile().getSpreadsheetTimeZone(),
        userLang() === 'ru' ? 'dd.MM.yyyy HH:mm' : 'yyyy-MM-dd HH:mm',
      ),
      deals: labels.rows['deals'] ?? 0,
      leads: labels.rows['leads'] ?? 0,
      loadedFrom: labels.horizonDay > 0 ? isoDay(labels.horizonDay) : '',
      demo: labels.portal === DEMO_PORTAL,
    };
  } catch (error) {
    // Nothing loaded, or a damaged store: the panel opens all the same, its refresh loads everything anew.
    if (isKpiError(error) && error.kind === 'data') return { asOf: '', asOfText: '', deals: 0, leads: 0, loadedFrom: '', demo: false };
    throw error;
  }
}
