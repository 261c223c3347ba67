// The table of errors in docs/loading.md: every sentence of the product in both languages, by what it is about, each once.
import { addonErrors } from '../locale/errors-addon';
import { formulaErrors } from '../locale/errors-formula';
import { inputErrors } from '../locale/errors-inputs';
import { oauthErrors } from '../locale/errors-oauth';
import { portalErrors } from '../locale/errors-portal';
import { runErrors } from '../locale/errors-runs';
import type { Sentence } from '../locale/sentence';

interface Part {
  readonly title: string;
  readonly where: string;
  readonly sentences: Readonly<Record<string, Sentence>>;
}

const parts: readonly Part[] = [
  {
    title: 'The portal, the network and the load',
    where: 'Shown by the panel or the menu, written into «Журнал» and, for refreshes by schedule, told by mail.',
    sentences: portalErrors,
  },
  {
    title: 'Connecting by OAuth',
    where: 'Shown by the panel, or by the page that Bitrix24 leads back to.',
    sentences: oauthErrors,
  },
  {
    title: 'Runs and schedules',
    where: 'Shown by the panel, «Журнал» and the mail about a failed refresh.',
    sentences: runErrors,
  },
  {
    title: 'The file: what is stored, sheets, settings, pay, limits of Google',
    where: 'Shown by the panel or the menu; a formula shows it in the note of `#ERROR!`.',
    sentences: addonErrors,
  },
  {
    title: 'Arguments of formulas',
    where: 'The note of `#ERROR!`; of a range of names each row has its own sentence.',
    sentences: formulaErrors,
  },
  {
    title: 'What is typed in input sheets',
    where:
      'Stands in the column «Проверка» beside the row, which is left out until it is mended; `B24_QUALITY(…;"ввод")` lists all of them.',
    sentences: inputErrors,
  },
];

const BEGIN = '<!-- errors: written by npm run docs -->';
const END = '<!-- end of errors -->';

/** The page with its table of errors made anew between the two marks. */
export function withErrorTables(page: string): string {
  const begin = page.indexOf(BEGIN);
  const end = page.indexOf(END);
  if (begin < 0 || end < begin) throw new Error(`The page lacks the lines ${BEGIN} and ${END}.`);
  return page.slice(0, begin + BEGIN.length) + tables() + page.slice(end);
}

function tables(): string {
  const lines = parts.flatMap(({ title, where, sentences }) => [
    `### ${title}`,
    '',
    where,
    '',
    '| Key | English | Russian |',
    '| --- | --- | --- |',
    ...Object.entries(sentences).map(([key, { ru, en }]) => `| \`${key}\` | ${cell(en)} | ${cell(ru)} |`),
    '',
  ]);
  return `\n\n${lines.join('\n')}\n`;
}

function cell(text: string): string {
  return text.replace(/\|/g, '\\|').replace(/</g, '&lt;');
}
