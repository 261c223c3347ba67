// A person's browser comes back to the script: `/macros/d/<script id>/usercallback`, as Google answers it (apps-script reference, 11). Pure of runs: who runs the
// function is the runtime's matter.
import type { HtmlOutput } from './services/html';

/** What stood in the address, as the event object of the callback tells it; arguments of the state token count as parameters. */
export function callbackEvent(query: string, args: Readonly<Record<string, string>>): Record<string, unknown> {
  const params = new URLSearchParams(query);
  const parameters: Record<string, string[]> = {};
  for (const [name, value] of params) parameters[name] = [...(parameters[name] ?? []), value];
  for (const [name, value] of Object.entries(args)) parameters[name] = [value];
  const parameter = Object.fromEntries(Object.entries(parameters).map(([name, [first = '']]) => [name, first]));
  return { parameter, parameters, queryString: query, contextPath: '', contentLength: -1 };
}

/** Google's own page: a text. */
export const googlePage = (text: string): string =>
  `<!doctype html><meta charset="utf-8"><title>Google Apps Script</title><p>${text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`)}</p>`;

export const staleToken = 'The state token is invalid or has expired. Please try again.';

/** The page of what the function answered; Google shows nothing but HtmlOutput and TextOutput, of which there is the first here. */
export function answeredPage(output: HtmlOutput | null, isNothing: boolean): string {
  if (output !== null) return `<!doctype html><meta charset="utf-8">${output.content}`;
  return googlePage(
    isNothing
      ? 'The script completed but did not return anything.'
      : 'The script completed but the returned value is not a supported return type.',
  );
}
