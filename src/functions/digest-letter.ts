// A digest written down: as plain text, as the HTML of a mail, as a message of Bitrix24. Texts of the CRM are hostile: HTML gets them as text alone.
import type { Digest } from './digest';

/** What stands below a digest. */
export interface DigestEnd {
  /** Name of the file and where it lies. */
  readonly file: string;
  readonly url: string;
  /** How to get no more of them, and a link that does it or writes to whoever does; '' = no link. */
  readonly end: string;
  readonly stop: string;
  readonly stopUrl: string;
}

/** Steps of a bar of text. */
const STEPS = 20;
const INK = '#202124';
const GREY = '#5f6368';
const RULE = '#dadce0';
const BAR = '#1a73e8';
const BACK = '#e8eaed';
const CELL = `padding:6px 12px 6px 0;border-bottom:1px solid ${RULE};text-align:`;

/** Lines of text, with bars of blocks. */
export function plainDigest(digest: Digest, { file, url, end }: DigestEnd): string {
  const { title, lines, share, people, stuck, asOf } = digest;
  const rows = (people?.rows ?? []).map(({ cells: [name = '', ...rest], share: own }) => `${textBar(own)}${name}: ${rest.join(' · ')}`);
  const table = people && rows.length > 0 ? ['', people.header.join(' · '), ...rows, ...(people.more ? [people.more] : [])] : [];
  const bar = share === null ? [] : [textBar(share).trim()];
  return [
    title,
    ...bar,
    ...lines,
    ...table,
    '',
    stuck.line,
    ...stuck.deals.map((deal) => `– ${deal}`),
    '',
    asOf,
    `${file}\n${url}`,
    '',
    end,
  ].join('\n');
}

/** What a message of Bitrix24 has room for: the lines, the people, where the rest is. */
export function chatDigest({ subject, title, lines, people, stuck }: Digest, url: string): string {
  const rows = (people?.rows ?? []).map(
    ({ cells: [name = '', fact = '', , attainment = ''], share }) => `${textBar(share, 10)}${name}: ${fact}, ${attainment}`,
  );
  return [
    subject,
    title,
    ...lines,
    ...rows,
    ...(people?.more ? [people.more] : []),
    stuck.line,
    ...stuck.deals.map((deal) => `– ${deal}`),
    url,
  ].join('\n');
}

/** One table layout, inline styles: what mail programs show alike. */
export function htmlDigest(digest: Digest, { file, url, end, stop, stopUrl }: DigestEnd): string {
  const { title, lines, share, people, stuck, asOf } = digest;
  const link = stopUrl === '' ? '' : ` <a href="${escaped(stopUrl)}" style="color:${GREY}">${escaped(stop)}</a>`;
  return [
    `<div style="font-family:Arial,sans-serif;font-size:14px;line-height:20px;color:${INK};max-width:680px">`,
    `<p style="font-size:18px;margin:0 0 8px">${escaped(title)}</p>`,
    share === null ? '' : htmlBar(share, 400),
    ...lines.map((line) => `<p style="margin:8px 0">${escaped(line)}</p>`),
    people && people.rows.length > 0 ? htmlTable(people) : '',
    `<p style="margin:16px 0 4px">${escaped(stuck.line)}</p>`,
    stuck.deals.length > 0
      ? `<ul style="margin:0 0 8px;padding-left:20px">${stuck.deals.map((deal) => `<li>${escaped(deal)}</li>`).join('')}</ul>`
      : '',
    `<p style="margin:16px 0"><a href="${escaped(url)}" style="color:${BAR}">${escaped(file)}</a></p>`,
    `<p style="font-size:12px;line-height:16px;color:${GREY}">${escaped(asOf)}<br>${escaped(end)}${link}</p>`,
    '</div>',
  ].join('');
}

function htmlTable({ header, rows, more }: NonNullable<Digest['people']>): string {
  const cell = (tag: 'td' | 'th', text: string, at: number): string =>
    `<${tag} style="${CELL}${at === 0 || at === 4 ? 'left' : 'right'};${tag === 'th' ? `font-weight:normal;color:${GREY}` : ''}">${escaped(text)}</${tag}>`;
  const head = header.map((text, at) => cell('th', text, at)).join('');
  const body = rows.map(
    ({ cells, share }) =>
      `<tr>${cells.map((text, at) => cell('td', text, at)).join('')}<td style="${CELL}left">${htmlBar(share, 100)}</td></tr>`,
  );
  const rest = more === '' ? '' : `<p style="margin:4px 0;color:${GREY}">${escaped(more)}</p>`;
  return `<table style="border-collapse:collapse;font-size:14px;margin:16px 0 4px"><tr>${head}<th style="${CELL}left"></th></tr>${body.join('')}</table>${rest}`;
}

/** Nested boxes: no program takes their colours away, and the number stands beside them. */
function htmlBar(share: number | null, width: number): string {
  if (share === null) return '';
  const filled = `<div style="background:${BAR};width:${Math.round(within(share) * 100)}%;height:8px;border-radius:4px"></div>`;
  return `<div style="background:${BACK};width:${width}px;max-width:100%;height:8px;border-radius:4px">${filled}</div>`;
}

/** With a blank behind it; '' without a plan. */
function textBar(share: number | null, steps = STEPS): string {
  if (share === null) return '';
  const full = Math.round(within(share) * steps);
  return `${'▓'.repeat(full)}${'░'.repeat(steps - full)} `;
}

function within(share: number): number {
  return Math.min(1, Math.max(0, share));
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
