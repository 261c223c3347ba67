// The demo portal's directories: pipelines with their stages, lead statuses, sources, deal types, currencies, custom fields.

import type { CategoryRecord, CurrencyRecord, Semantic, StatusRecord, UserFieldRecord } from './portal-shape';
import { DAY, timeText } from './portal-time';
import type { Words } from './words';

/** One stage of a pipeline or of the leads. `index` is its place among the process stages, -1 for final and deleted ones. */
export interface Stage {
  readonly code: string;
  readonly category: number;
  readonly semantic: Semantic;
  readonly index: number;
}

export interface Pipeline {
  readonly id: number;
  readonly process: readonly Stage[];
  readonly won: Stage;
  readonly lose: Stage;
  readonly apology: Stage;
  /** Probability of passing each process stage for a usual manager. */
  readonly pass: readonly number[];
  /** Median days on each process stage. */
  readonly days: readonly number[];
}

const pipeline = (id: number, codes: readonly string[], pass: readonly number[], days: readonly number[]): Pipeline => {
  const prefix = id === 0 ? '' : `C${id}:`;
  const final = (code: string, semantic: Semantic): Stage => ({ code: prefix + code, category: id, semantic, index: -1 });
  return {
    id,
    process: codes.map((code, index) => ({ code: prefix + code, category: id, semantic: 'P', index })),
    won: final('WON', 'S'),
    lose: final('LOSE', 'F'),
    apology: final('APOLOGY', 'F'),
    pass,
    days,
  };
};

export const SALES = pipeline(
  0,
  ['NEW', 'PREPARATION', 'UC_2QK7TD', 'UC_9V4MZE', 'PREPAYMENT_INVOICE', 'EXECUTING'],
  [0.86, 0.79, 0.73, 0.86, 0.9, 0.97],
  [1, 2.5, 5, 5, 4, 7],
);
export const REPEAT = pipeline(
  1,
  ['NEW', 'PREPARATION', 'UC_4H8RWA', 'PREPAYMENT_INVOICE', 'EXECUTING'],
  [0.94, 0.92, 0.88, 0.95, 0.98],
  [0.8, 1.5, 2.5, 3, 5],
);

/** The stage of the sales pipeline (Proposal) at which one manager is weak. */
export const WEAK_STAGE = 2;

/** A stage that once stood between proposal and contract and was deleted: the directory does not know it any more. */
export const DELETED: Stage = { code: 'UC_K3D8PL', category: 0, semantic: 'P', index: -1 };

const lead = (code: string, semantic: Semantic, index: number): Stage => ({ code, category: -1, semantic, index });
export const LEAD_NEW = lead('NEW', 'P', 0);
export const LEAD_IN_PROCESS = lead('IN_PROCESS', 'P', 1);
export const LEAD_CALL_BACK = lead('UC_5DN0XS', 'P', 2);
export const LEAD_PROCESSED = lead('PROCESSED', 'P', 3);
export const LEAD_CONVERTED = lead('CONVERTED', 'S', -1);
export const LEAD_JUNK = lead('JUNK', 'F', -1);
export const LEAD_DUPLICATE = lead('UC_X1ZD42', 'F', -1);
const LEAD_STAGES = [LEAD_NEW, LEAD_IN_PROCESS, LEAD_CALL_BACK, LEAD_PROCESSED, LEAD_CONVERTED, LEAD_JUNK, LEAD_DUPLICATE];

export const SOURCE_CODES = [
  'WEB',
  'CALL',
  'ADVERTISING',
  'EMAIL',
  'RECOMMENDATION',
  'PARTNER',
  'TRADE_SHOW',
  'WEBFORM',
  'REPEAT_SALE',
  'OTHER',
];
export const DEAL_TYPE_CODES = ['SALE', 'COMPLEX', 'GOODS', 'SERVICES'];
export const INDUSTRY_CODES = ['TRADE', 'MANUFACTURING', 'DELIVERY', 'CONSTRUCTION', 'PHARMA', 'FOOD', 'OTHER'];

/** A currency code some old deals carry although the directory has no such currency. */
export const UNKNOWN_CURRENCY = 'CNY';

export const LOSS_REASON_FIELD = 'ufCrm_1715000001';
const FIRST_REASON_ID = 45;
/** Value ids of the loss reason field, in the order of the words. */
export const lossReasonIds = (words: Words): number[] => words.lossReasons.map((_, at) => FIRST_REASON_ID + at * 2);

const COLOURS = ['#39A8EF', '#2FC6F6', '#55D0E0', '#47E4C2', '#FFA900', '#E9A04F'];

/** Pipelines as crm.category.list gives them. */
export function categories(words: Words): CategoryRecord[] {
  const record = (id: number, name: string, sort: number): CategoryRecord => ({
    id,
    name,
    sort,
    entityTypeId: 2,
    isDefault: id === 0 ? 'Y' : 'N',
    originId: '',
    originatorId: '',
  });
  return [record(SALES.id, words.salesPipeline, 100), record(REPEAT.id, words.repeatPipeline, 200)];
}

/** Every directory row of crm.status.list. The deleted stage is not among them. */
export function statuses(words: Words): StatusRecord[] {
  const rows: StatusRecord[] = [];
  const add = (
    entity: string,
    code: string,
    name: string,
    sort: number,
    category: number,
    stage?: { semantic: Semantic; extra: 'process' | 'success' | 'failure' | 'apology' },
  ): void => {
    const colour =
      stage?.semantic === 'S' ? '#7BD500' : stage?.semantic === 'F' ? '#FF5752' : (COLOURS[(sort / 10 - 1) % COLOURS.length] ?? '#39A8EF');
    const system = stage !== undefined && /(^|:)(NEW|WON|LOSE|CONVERTED|JUNK)$/.test(code);
    const row: StatusRecord = {
      ID: String(101 + rows.length * 2),
      ENTITY_ID: entity,
      STATUS_ID: code,
      NAME: name,
      NAME_INIT: system ? name : '',
      SORT: String(sort),
      SYSTEM: system ? 'Y' : 'N',
      CATEGORY_ID: category > 0 ? String(category) : null,
      COLOR: stage ? colour : '',
      SEMANTICS: stage === undefined || stage.semantic === 'P' ? null : stage.semantic,
    };
    if (stage) row.EXTRA = { SEMANTICS: stage.extra, COLOR: colour };
    rows.push(row);
  };
  const addPipeline = (line: Pipeline, names: readonly string[]): void => {
    const entity = line.id === 0 ? 'DEAL_STAGE' : `DEAL_STAGE_${line.id}`;
    const stages = [...line.process, line.won, line.lose, line.apology];
    stages.forEach((stage, at) => {
      const extra =
        stage.semantic === 'P' ? 'process' : stage.semantic === 'S' ? 'success' : stage === line.apology ? 'apology' : 'failure';
      add(entity, stage.code, names[at] ?? stage.code, (at + 1) * 10, line.id, { semantic: stage.semantic, extra });
    });
  };
  LEAD_STAGES.forEach((stage, at) => {
    const extra =
      stage.semantic === 'P' ? 'process' : stage.semantic === 'S' ? 'success' : stage === LEAD_DUPLICATE ? 'apology' : 'failure';
    add('STATUS', stage.code, words.leadStages[at] ?? stage.code, (at + 1) * 10, 0, { semantic: stage.semantic, extra });
  });
  addPipeline(SALES, words.salesStages);
  addPipeline(REPEAT, words.repeatStages);
  SOURCE_CODES.forEach((code, at) => {
    add('SOURCE', code, words.sources[at] ?? code, (at + 1) * 10, 0);
  });
  DEAL_TYPE_CODES.forEach((code, at) => {
    add('DEAL_TYPE', code, words.dealTypes[at] ?? code, (at + 1) * 10, 0);
  });
  INDUSTRY_CODES.forEach((code, at) => {
    add('INDUSTRY', code, words.industries[at] ?? code, (at + 1) * 10, 0);
  });
  return rows;
}

/** Currencies as crm.currency.list gives them: the first of the words is the base (R8). */
export function currencies(words: Words, lang: string, now: number): CurrencyRecord[] {
  return words.currencies.map((currency, at) => ({
    CURRENCY: currency.code,
    AMOUNT_CNT: '1',
    AMOUNT: currency.rate,
    BASE: at === 0 ? 'Y' : 'N',
    SORT: String((at + 1) * 100),
    FULL_NAME: currency.name,
    LID: lang,
    FORMAT_STRING: currency.format,
    DEC_POINT: '.',
    THOUSANDS_SEP: '&nbsp;',
    DECIMALS: '2',
    DATE_UPDATE: timeText(now - 20 * DAY),
  }));
}

/** The one custom field of deals: why a deal was lost, an enumeration. */
export function userFields(words: Words): UserFieldRecord[] {
  const ids = lossReasonIds(words);
  return [
    {
      ID: '311',
      ENTITY_ID: 'CRM_DEAL',
      FIELD_NAME: 'UF_CRM_1715000001',
      USER_TYPE_ID: 'enumeration',
      XML_ID: null,
      SORT: '100',
      MULTIPLE: 'N',
      MANDATORY: 'N',
      SHOW_FILTER: 'E',
      SHOW_IN_LIST: 'Y',
      EDIT_IN_LIST: 'Y',
      IS_SEARCHABLE: 'N',
      EDIT_FORM_LABEL: words.lossReasonLabel,
      LIST_COLUMN_LABEL: words.lossReasonLabel,
      LIST_FILTER_LABEL: words.lossReasonLabel,
      LIST: words.lossReasons.map((reason, at) => ({
        ID: String(ids[at] ?? 0),
        SORT: String((at + 1) * 10),
        VALUE: reason,
        DEF: 'N',
        XML_ID: `reason_${at + 1}`,
      })),
    },
  ];
}
