// A desk whose portal is connected by OAuth: the emulated portal under a name of Bitrix24's cloud, its authorization server beside it, and the way of a person
// through the browser.
import golden from '../golden/kpi-example/kpi-example.json';
import type { RefreshOutcome } from './desk';
import { type Desk, open } from './loaded-desk';

export const host = 'acme.bitrix24.ru';
export const server = 'oauth.bitrix24.tech';
export const application = {
  clientId: 'local.kpi0client',
  clientSecret: 'kpi0secret0of0the0card',
  redirectUri: 'https://script.google.com/macros/d/local-script/usercallback',
  scopes: ['crm', 'user_brief', 'department'],
};
export const card = { portal: `https://${host}/crm/`, clientId: application.clientId, clientSecret: application.clientSecret };

export interface OauthDesk extends Desk {
  /** Secrets that the authorization server has given out so far, and the card's. */
  readonly secrets: readonly string[];
  /** Names of hosts in the order of the requests to them, with the path. */
  readonly asked: readonly string[];
}

type Options = NonNullable<Parameters<typeof open>[0]>;

/** A file that nobody has connected yet. `portal` changes the portal's settings. */
export function oauthDesk({ settings = {}, ...options }: Options & { readonly settings?: object } = {}): OauthDesk {
  const asked: string[] = [];
  const data = { ...golden.inputs, portal: { host, oauthHost: server, app: application, ...settings } };
  const desk = open({
    data,
    names: [host, server, 'oauth.bitrix.info', 'acme-new.bitrix24.ru'],
    ...options,
    intercept: (body, nth, request) => {
      asked.push(`${request.host}${request.path}`);
      return options.intercept?.(body, nth, request) ?? null;
    },
  });
  const secrets = [application.clientSecret];
  const handle = desk.portal.handle;
  desk.portal.handle = (request) => {
    const response = handle(request);
    const given = /"access_token":"(\w+)".*"refresh_token":"(\w+)"/.exec(response.body);
    if (given !== null) secrets.push(given[1] ?? '', given[2] ?? '');
    const code = /[?&]code=(\w+)/.exec(response.headers['location'] ?? '')?.[1];
    if (code !== undefined) secrets.push(code);
    return response;
  };
  return Object.assign(desk, { secrets, asked });
}

/** The person lets the application in on the portal's page; answers the query of the way back. */
export function consent(desk: Desk, address: string): string {
  const { host: asked, pathname, search } = new URL(address);
  const page = desk.portal.handle({ method: 'GET', path: pathname + search, headers: { host: asked }, body: '' });
  return new URL(page.headers['location'] ?? 'none:').search.slice(1);
}

/** From the panel through the browser and back; answers the text of the page that the person sees at the end. */
export function letIn(desk: Desk, form: object = card): string {
  const address = desk.call('beginOauth', form) as string;
  return textOf(desk.runtime.userCallback(consent(desk, address)));
}

export const textOf = (html: string): string =>
  html.replace(/<[^>]*>/g, '').replace(/&#(\d+);/g, (_, char: string) => String.fromCharCode(Number(char)));

export function connectedByOauth(options: Parameters<typeof oauthDesk>[0] = {}): OauthDesk {
  const desk = oauthDesk(options);
  letIn(desk);
  desk.call('sidebarState');
  return desk;
}

export function loadedByOauth(options: Parameters<typeof oauthDesk>[0] = {}): OauthDesk {
  const desk = connectedByOauth(options);
  desk.refresh();
  return desk;
}

/** How often tokens were asked for at the authorization server. */
export const tokenRequests = (desk: OauthDesk): number => desk.asked.filter((asked) => asked.endsWith('/oauth/token/')).length;

/** Everything a stranger could read of the file: all but the person's own properties. */
export function readable(desk: Desk): string {
  const saved = desk.runtime.save();
  return JSON.stringify([{ ...saved, properties: { ...saved.properties, user: {} } }, desk.runtime.uiEvents, desk.runtime.failures]);
}

export type { RefreshOutcome };
