// All input sheets as one record, with what of them could not be used. A sheet that is not there leaves its defaults.
import type { Lang } from '../cell';
import { sentence } from '../locale/describe';
import { redacted } from '../redact';
import { readNorms, readSettings } from './read-norms';
import { readKpiSets, readPlans } from './read-plans';
import { readSchemes } from './read-schemes';
import { readActions, readCalendar, readCosts, readRates, readSeasonality } from './read-tables';
import type { Reading } from './rows';
import { type Complaint, type Directory, INPUT_SHEETS, type InputCells, type TypedInputs } from './sheet';

/** Never throws: a bad cell leaves its row out and is listed; complaints go by sheet, row and column. */
export function readInputs(cells: InputCells, directory: Directory): TypedInputs {
  const complaints: Complaint[] = [];
  const reading: Reading = { cells, directory: remembering(directory), complaints };
  const inputs = {
    plans: readPlans(reading),
    calendar: readCalendar(reading),
    norms: readNorms(reading),
    kpiSets: readKpiSets(reading),
    ...readSchemes(reading),
    costs: readCosts(reading),
    rates: readRates(reading),
    seasonality: readSeasonality(reading),
    actions: readActions(reading),
    settings: readSettings(reading),
  };
  const place = ({ sheet, row, column }: Complaint) => [INPUT_SHEETS.indexOf(sheet), row, column ?? -1];
  complaints.sort((one, other) => place(one).reduce((order, value, index) => order || value - (place(other)[index] ?? 0), 0));
  return { inputs, complaints };
}

/** The complaint as one sentence, headed by its column: what was found and what is expected. Sheet and row are for the caller to show. */
export function complaintText({ header, key, params }: Complaint, lang: Lang): string {
  const text = redacted(sentence(key, params, lang));
  return header === '' ? text : `${header}: ${text}`;
}

/** Names and periods repeat from row to row; each is looked for once. */
function remembering(directory: Directory): Directory {
  const { manager, department, pipeline, stage, channel, metric, period } = directory;
  const writtenPeriod = remembered(period);
  return {
    ...directory,
    period: (cell) => (typeof cell === 'string' ? writtenPeriod(cell) : period(cell)),
    manager: remembered(manager),
    department: remembered(department),
    pipeline: remembered(pipeline),
    stage: remembered(stage),
    channel: remembered(channel),
    metric: remembered(metric),
  };
}

function remembered<T>(find: (typed: string) => T): (typed: string) => T {
  const known = new Map<string, T>();
  return (typed) => {
    const found = known.get(typed) ?? find(typed);
    known.set(typed, found);
    return found;
  };
}
