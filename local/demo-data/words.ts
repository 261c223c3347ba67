// What a language must say for a demo company to look real: people, firms, goods, stages. Plain lists; every choice is made elsewhere.

export type Lang = 'ru' | 'en';

/** Given name, family name, gender as Bitrix24 writes it. */
export type PersonName = readonly [name: string, lastName: string, gender: 'M' | 'F'];

export interface Words {
  readonly portalName: string;
  readonly host: string;
  /** Days nobody works, `MM-DD`. */
  readonly holidays: readonly string[];
  readonly head: PersonName;
  /** Fourteen managers, department by department: five, five, four. */
  readonly managers: readonly PersonName[];
  readonly headPosition: string;
  readonly leadPosition: string;
  readonly managerPosition: string;
  readonly company: string;
  /** Three sales departments. */
  readonly departments: readonly string[];
  readonly menNames: readonly string[];
  readonly womenNames: readonly string[];
  /** Masculine and feminine form. */
  readonly surnames: readonly (readonly [string, string])[];
  readonly posts: readonly string[];
  readonly companyStarts: readonly string[];
  readonly companyEnds: readonly string[];
  /** Stands between the start and the end of a firm's name. */
  readonly companyGlue: string;
  /** `{}` is the name. */
  readonly companyForms: readonly string[];
  readonly cities: readonly string[];
  readonly salesPipeline: string;
  readonly repeatPipeline: string;
  /** Six process stages, then won, lost, apology. */
  readonly salesStages: readonly string[];
  /** Five process stages, then won, lost, apology. */
  readonly repeatStages: readonly string[];
  /** New, in process, call back, processed, converted, junk, duplicate. */
  readonly leadStages: readonly string[];
  /** In the order of `SOURCE_CODES` in directory.ts. */
  readonly sources: readonly string[];
  /** In the order of `DEAL_TYPE_CODES` in directory.ts. */
  readonly dealTypes: readonly string[];
  readonly industries: readonly string[];
  readonly lossReasonLabel: string;
  readonly lossReasons: readonly string[];
  readonly currencies: readonly { code: string; name: string; format: string; rate: string }[];
  /** In the order of `RANGE` in products.ts; the price is in base currency, the topic goes into titles. */
  readonly products: readonly { name: string; topic: string; price: number }[];
  readonly delivery: string;
  readonly deliveryPrice: number;
  readonly piece: string;
  readonly service: string;
  /** Steps that an amount guessed by hand is rounded to. */
  readonly roundTo: number;
  /** `{topic}` and `{client}` are filled in. */
  readonly dealTitles: readonly string[];
  readonly repeatTitles: readonly string[];
  readonly leadTitles: readonly string[];
  readonly testTitles: readonly string[];
  readonly templateTitles: readonly string[];
  readonly formulaTitles: readonly string[];
  readonly privateClient: string;
  readonly campaigns: readonly string[];
  readonly searchEngines: readonly string[];
  readonly subjects: {
    readonly callOut: readonly string[];
    readonly callIn: readonly string[];
    readonly missed: string;
    readonly meeting: readonly string[];
    readonly email: readonly string[];
    readonly todo: readonly string[];
    readonly task: readonly string[];
    readonly chat: string;
  };
}
