// Methods about the portal itself and the caller (bitrix24-rest 5.11): none of them needs a scope.
import { type Answer, type Call, forbidden, type Method, RestError } from '../method';
import { isTruthy, toText } from '../php/value';
import type { PortalApplication } from '../portal-file';
import { isAdmin } from './rights';

/** Every scope this portal's methods ask for. */
export const allScopes: readonly string[] = ['crm', 'department', 'im', 'user', 'user_basic', 'user_brief', 'userfieldconfig'];

export const serviceMethods: readonly Method[] = [
  { name: 'server.time', scopes: [], style: 'old', run: (call) => ({ result: call.store.zone.iso(call.now) }) },
  { name: 'profile', scopes: [], style: 'old', run: profile },
  {
    name: 'scope',
    scopes: [],
    style: 'old',
    run: (call) => ({ result: isTruthy(call.params.upperKeys().get('FULL')) ? allScopes : call.scopes }),
  },
  { name: 'methods', scopes: [], style: 'old', run: methodNames },
  { name: 'method.get', scopes: [], style: 'old', run: methodInfo },
  { name: 'app.info', scopes: [], style: 'old', run: appInfo },
  { name: 'feature.get', scopes: [], style: 'old', run: feature },
];

// An application learns about itself. Server code answers a webhook its scopes and the plan; the documentation refuses whoever is no application.
function appInfo(call: Call): Answer {
  if (call.caller.application !== undefined)
    return { result: applicationInfo(call.caller.application, call.store.file?.plan ?? 'project') };
  if (call.store.file?.appInfo === 'refused') throw forbidden('Application context required');
  return { result: { SCOPE: call.scopes, LICENSE: call.store.file?.plan ?? 'project' } };
}

function applicationInfo(application: PortalApplication, plan: string): Readonly<Record<string, unknown>> {
  const { id = 1, code, clientId, status = 'L', paid = true } = application;
  const type = plan.replace(/^[a-z]{2}_/, '');
  return {
    ID: id,
    CODE: code ?? clientId,
    VERSION: 1,
    STATUS: status,
    INSTALLED: true,
    PAYMENT_EXPIRED: paid ? 'N' : 'Y',
    DAYS: null,
    LANGUAGE_ID: /^[a-z]{2}(?=_)/.exec(plan)?.[0] ?? 'en',
    LICENSE: plan,
    LICENSE_TYPE: type,
    LICENSE_FAMILY: type.replace(/\d+$/, ''),
  };
}

function feature(call: Call): Answer {
  const code = call.params.upperKeys().get('CODE');
  if (!isTruthy(code)) throw new RestError('CODE_EMPTY', "CODE can't be empty", 400);
  return { result: { value: call.store.file?.features?.includes(toText(code)) === true ? 'Y' : 'N' } };
}

// Empty, hence a list to JSON, for somebody who was dismissed.
function profile(call: Call): Answer {
  const user = call.store.users.get(call.userId);
  if (user?.['ACTIVE'] === false) return { result: [] };
  return {
    result: {
      ID: String(call.userId),
      ADMIN: isAdmin(call),
      NAME: user?.['NAME'] ?? '',
      LAST_NAME: user?.['LAST_NAME'] ?? '',
      PERSONAL_GENDER: user?.['PERSONAL_GENDER'] ?? '',
      TIME_ZONE: user?.['TIME_ZONE'] ?? '',
    },
  };
}

const isOpen = (method: Method, call: Call): boolean =>
  method.scopes.length === 0 || method.scopes.some((scope) => call.scopes.includes(scope));

function methodNames(call: Call): Answer {
  const query = call.params.upperKeys();
  const scope = toText(query.get('SCOPE'));
  const methods = [...call.catalogue.values()].filter((method) => {
    if (scope !== '') return method.scopes.includes(scope);
    return isTruthy(query.get('FULL')) || isOpen(method, call);
  });
  return { result: methods.map((method) => method.name) };
}

// The name is looked up as it stands: the portal expects lower case.
function methodInfo(call: Call): Answer {
  const method = call.catalogue.get(toText(call.params.get('name')));
  return { result: { isExisting: method !== undefined, isAvailable: method !== undefined && isOpen(method, call) } };
}
