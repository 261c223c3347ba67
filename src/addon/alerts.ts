// Word of the rules of «Настройки» after a refresh: once per incident, which is over when the rule holds no more. It never makes a refresh fail.
import { type AlertRule, type RuleState, ruleStates } from '../functions/alerts';
import { alertText } from '../locale/alert-words';
import { describe } from '../locale/describe';
import { factsSource } from './facts-source';
import { fileLang } from './file';
import { ownEmail } from './person';
import { understood } from './platform-errors';
import { keeperOf } from './schedule-store';
import { fileParams, noticeWays, sendNotice } from './send-notice';

const KEY = 'b24.alerts';

/** What was told of, by rule: what it held of then. */
type Told = Partial<Record<AlertRule, string>>;

/** Answers what the journal adds: '', or a sentence that somebody could not be told or that a rule could not be checked in full. */
export function tellAlerts(): string {
  try {
    return tellRules();
  } catch (error) {
    return alertText('untold', fileLang(), { detail: describe(understood(error), fileLang()) });
  }
}

function tellRules(): string {
  const source = factsSource();
  const states = ruleStates({ ...source, labels: source.load([]).labels });
  const before = readTold();
  const ways = noticeWays();
  const told: Told = {};
  const failures = new Set<string>();
  for (const state of states.filter(({ holds }) => holds)) {
    const { rule, of } = state;
    if (before[rule] === of) told[rule] = of;
    // Nobody is told while no way is on: whoever switches one on learns of what holds then.
    else if (ways.mailNotices || ways.chatNotices) {
      const failure = sent(state, ways);
      if (failure === '') told[rule] = of;
      else failures.add(failure);
    }
  }
  if (JSON.stringify(told) !== JSON.stringify(before)) saveTold(told);
  const doubts = states.flatMap(({ holds, text }) => (holds || text === '' ? [] : [text]));
  const untold = [...failures].map((detail) => alertText('untold', fileLang(), { detail }));
  return [...untold, ...doubts].join(' ');
}

/** '' = it went. */
function sent({ rule, text, params }: RuleState, ways: ReturnType<typeof noticeWays>): string {
  const lang = fileLang();
  const all = { ...params, ...fileParams(), sentence: text };
  const subject = alertText(`${rule}Subject`, lang, all);
  const notice = { topic: rule, subject, body: alertText('body', lang, all), chat: alertText('chat', lang, all) };
  return sendNotice(notice, keeperOf().mail || ownEmail(), lang, ways);
}

function readTold(): Told {
  const text = PropertiesService.getDocumentProperties().getProperty(KEY);
  try {
    return text ? (JSON.parse(text) as Told) : {};
  } catch {
    return {};
  }
}

function saveTold(told: Told): void {
  const properties = PropertiesService.getDocumentProperties();
  if (Object.keys(told).length === 0) properties.deleteProperty(KEY);
  else properties.setProperty(KEY, JSON.stringify(told));
}
