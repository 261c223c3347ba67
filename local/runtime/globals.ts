// The services a script finds as globals, made afresh for every execution over what the file keeps. It decides nothing about callers.
import { scopesInForce } from './authorisation';
import type { RuntimeOptions, RuntimeStats } from './contract';
import type { RunningExecution } from './execution';
import type { Quotas } from './quotas';
import type { Screen } from './screen';
import type { ServiceObject } from './service';
import { CacheService, type CacheStores } from './services/cache';
import { HtmlService, type TemplateRunner } from './services/html';
import { LockService, type LockTable } from './services/lock';
import { Logger } from './services/logger';
import { type Mail, MailApp } from './services/mail';
import { PropertiesService, type PropertyStores } from './services/properties';
import { ScriptApp } from './services/script-app';
import { Session } from './services/session';
import { charts, spreadsheetApp } from './services/spreadsheet-app';
import type { TriggerTable } from './services/trigger-table';
import { createSurface } from './services/ui';
import { UrlFetchApp } from './services/url-fetch';
import { Utilities } from './services/utilities';
import type { Workbook } from './spreadsheet/workbook';
import type { Switches } from './switches';

export const serviceNames = [
  'SpreadsheetApp',
  'Charts',
  'UrlFetchApp',
  'PropertiesService',
  'CacheService',
  'LockService',
  'Utilities',
  'Session',
  'ScriptApp',
  'HtmlService',
  'MailApp',
  'Logger',
] as const;

/** What an open file keeps between executions. */
export interface FileParts {
  readonly options: RuntimeOptions;
  readonly switches: Switches;
  /** Who is at the keyboard unless a call names somebody else. */
  readonly person: string;
  readonly userLocale: string;
  readonly home: 'bound' | 'addon';
  readonly screen: Screen;
  readonly properties: PropertyStores;
  readonly caches: CacheStores;
  readonly locks: LockTable;
  readonly triggers: TriggerTable;
  readonly quotas: Quotas;
  readonly outbox: Mail[];
  readonly stats: RuntimeStats;
  readonly workbook: () => Workbook;
}

/** The services of one execution, by global name. */
export function serviceGlobals(
  parts: FileParts,
  execution: RunningExecution,
  template: TemplateRunner,
): Record<(typeof serviceNames)[number], ServiceObject> {
  const { options, switches, quotas, stats, home } = parts;
  const { project, transport } = options;
  const workbook = parts.workbook();
  // Quotas are charged to the person at the keyboard; cells are anonymous and see the owner's stores (4.2, 4.3).
  const payer = execution.person;
  const storeOwner = execution.authMode === 'CUSTOM_FUNCTION' ? workbook.owner : execution.person;
  return {
    SpreadsheetApp: spreadsheetApp(
      workbook,
      execution,
      createSurface(execution, parts.screen, { addonName: options.addonName ?? 'Add-on', home, switches }),
    ),
    Charts: charts(execution),
    UrlFetchApp: new UrlFetchApp({
      execution,
      transport: (requests) => execution.send(requests, transport),
      quotas,
      switches,
      payer,
      allowed: project.manifest.urlFetchWhitelist ?? null,
      adminAllowlist: options.adminAllowlist ?? null,
      onCalls: (count) => {
        stats.urlFetchCalls += count;
      },
    }),
    PropertiesService: new PropertiesService({
      stores: parts.properties,
      execution,
      quotas,
      switches,
      storeOwner,
      payer,
      hasContainer: execution.hasFile,
    }),
    CacheService: new CacheService({
      stores: parts.caches.of(storeOwner),
      execution,
      switches,
      hasContainer: execution.hasFile,
      onRead: (bytes) => {
        stats.cacheReads += 1;
        stats.cacheBytesRead += bytes;
      },
    }),
    LockService: new LockService({
      table: parts.locks,
      execution,
      person: payer,
      counted: switches.countsLocks,
      hasContainer: execution.hasFile,
    }),
    Utilities: new Utilities({ execution, sleep: (ms) => void execution.waitFor(ms, () => false), switches }),
    Session: new Session({ execution, locale: parts.userLocale, switches }),
    ScriptApp: new ScriptApp({
      execution,
      table: parts.triggers,
      home,
      switches,
      scopes: options.authorisation === 'expired' ? [] : scopesInForce(project.manifest, options, 'FULL'),
      asked: project.manifest.oauthScopes ?? [],
    }),
    HtmlService: new HtmlService({ files: project.html, run: template, switches, execution }),
    MailApp: new MailApp({ execution, quotas, payer, outbox: parts.outbox, account: options.account ?? 'consumer' }),
    Logger: new Logger((level, line) => options.log?.(level, line)),
  };
}
