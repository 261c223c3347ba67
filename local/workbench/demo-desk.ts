// The demo company in an open file, without servers and real time: portal, script and clock in one process. For documentation and tests of what people are shown.
import { manualClock } from '../clock';
import { demoPortal } from '../demo-data/demo-portal';
import { createPortal } from '../portal/portal';
import { readPortalFile } from '../portal/portal-file';
import type { Runtime } from '../runtime/contract';
import { loadProject } from '../runtime/project';
import { createRuntime } from '../runtime/runtime';
import { inProcessTransport } from '../runtime/transport';
import type { Language } from './args';
import { fillDemoInputs } from './demo-inputs';
import { isoText } from './plain-value';
import { connect, refresh } from './steps';

/** The moment that documentation and golden files are made at. */
export const DEMO_NOW = '2026-11-23T12:00:00+03:00';

const HOST = '127.0.0.1:8080';

/** A loaded file of the demo company, with everything its people typed. */
export function demoFile(lang: Language): Runtime {
  const clock = manualClock(Date.parse(DEMO_NOW));
  const portal = createPortal({ data: readPortalFile(demoPortal({ lang, now: clock.now() }).data), clock });
  const runtime = createRuntime({
    project: loadProject('dist'),
    clock,
    transport: inProcessTransport({ [HOST]: (request) => portal.handle(request) }, clock),
    locale: lang === 'en' ? 'en_US' : 'ru_RU',
    userLocale: lang,
  });
  connect(runtime, `http://${HOST}${portal.webhookPath}`);
  refresh(runtime);
  fillDemoInputs(runtime, lang, clock.now());
  return runtime;
}

/** The cells that examples point to, filled as a person would: names under each other, and a metric. */
export function fillExampleCells(runtime: Runtime, lang: Language): void {
  const sheet = lang === 'ru' ? 'Лист1' : 'Sheet1';
  const names = lang === 'ru' ? ['Анна Кузнецова', 'Иванова'] : ['Anna Collins', 'Ellis'];
  names.forEach((name, index) => {
    runtime.edit(sheet, `A${index + 2}`, name);
  });
  runtime.edit(sheet, 'B1', lang === 'ru' ? 'Сумма продаж' : 'Won sum');
}

/** What an example answers: a value or rows; dates as the file's language writes them, an error as its sentence. */
export function exampleAnswer(runtime: Runtime, formula: string, lang: Language): unknown {
  const result = runtime.evaluate(formula);
  if ('error' in result) return `${result.error} ${result.message}`;
  const dated = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(dated);
    if (Object.prototype.toString.call(value) !== '[object Date]') return value;
    const [date = '', time = ''] = isoText(value as Date, runtime.spreadsheet.timeZone).split('T');
    const day = lang === 'ru' ? date.split('-').reverse().join('.') : date;
    return time.startsWith('00:00') ? day : `${day} ${time.slice(0, 5)}`;
  };
  return dated(result.value);
}
