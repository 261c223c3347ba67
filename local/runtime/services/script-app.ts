// ScriptApp: the person's triggers, and the authorisation state (apps-script reference, 6, 8).

import { notAuthorised } from '../authorisation';
import { rules } from '../permissions';
import { type EnumValue, enumGroup, ServiceObject, signatureError } from '../service';
import { StateTokenBuilder } from './state-token';
import { eventTypes, spreadsheetId, Trigger, TriggerBuilder, type TriggerOptions, triggerSources, weekDays } from './trigger-builders';

export const authModes = enumGroup('ScriptApp.AuthMode', ['NONE', 'CUSTOM_FUNCTION', 'LIMITED', 'FULL']);
const authorizationStatuses = enumGroup('ScriptApp.AuthorizationStatus', ['REQUIRED', 'NOT_REQUIRED']);

export interface ScriptAppOptions extends TriggerOptions {
  /** Scopes the person granted; null = everything. */
  readonly scopes: readonly string[] | null;
  /** Scopes of the manifest. */
  readonly asked: readonly string[];
}

class AuthorizationInfo extends ServiceObject {
  readonly serviceName = 'ScriptApp.AuthorizationInfo';
  readonly #granted: boolean;

  constructor(granted: boolean) {
    super();
    this.#granted = granted;
  }

  getAuthorizationStatus(): EnumValue {
    return this.#granted ? authorizationStatuses.NOT_REQUIRED : authorizationStatuses.REQUIRED;
  }

  getAuthorizationUrl(): string | null {
    return this.#granted ? null : 'https://script.google.com/macros/d/local/authorize';
  }
}

/** The script's id: what its addresses are made of. */
export const scriptId = 'local-script';

/** The `ScriptApp` global. */
export class ScriptApp extends ServiceObject {
  readonly serviceName = 'ScriptApp';
  readonly AuthMode = authModes;
  readonly AuthorizationStatus = authorizationStatuses;
  readonly EventType = eventTypes;
  readonly TriggerSource = triggerSources;
  readonly WeekDay = weekDays;
  readonly #options: ScriptAppOptions;

  constructor(options: ScriptAppOptions) {
    super();
    this.#options = options;
  }

  newTrigger(functionName: unknown): TriggerBuilder {
    if (typeof functionName !== 'string') throw signatureError('ScriptApp.newTrigger', [functionName]);
    this.#options.execution.permit('ScriptApp.newTrigger', rules.triggers);
    return new TriggerBuilder(this.#options, functionName);
  }

  getProjectTriggers(): Trigger[] {
    return this.#listed('getProjectTriggers');
  }

  getUserTriggers(spreadsheet: unknown): Trigger[] {
    const id = spreadsheetId(spreadsheet);
    // Clock triggers have no source; those of the file's script still belong to this file.
    return this.#listed('getUserTriggers').filter(({ trigger }) => trigger.sourceId === null || trigger.sourceId === id);
  }

  deleteTrigger(trigger: unknown): void {
    if (!(trigger instanceof Trigger)) throw signatureError('ScriptApp.deleteTrigger', [trigger]);
    this.#options.execution.permit('ScriptApp.deleteTrigger', rules.triggers);
    this.#options.execution.charge('triggers.call');
    this.#options.table.remove(trigger.trigger.id);
  }

  newStateToken(): StateTokenBuilder {
    return new StateTokenBuilder(this.#options.execution);
  }

  getAuthorizationInfo(authMode: unknown, scopes: unknown = null): AuthorizationInfo {
    if (!(authMode instanceof ServiceObject)) throw signatureError('ScriptApp.getAuthorizationInfo', [authMode]);
    return new AuthorizationInfo(this.#lacking(Array.isArray(scopes) ? scopes.map(String) : this.#options.asked).length === 0);
  }

  /** Ends the run where a scope is not granted: the person is asked for it (6). */
  requireScopes(authMode: unknown, scopes: unknown): void {
    if (!(authMode instanceof ServiceObject) || !Array.isArray(scopes)) throw signatureError('ScriptApp.requireScopes', [authMode, scopes]);
    if (this.#lacking(scopes.map(String)).length > 0) throw notAuthorised();
  }

  requireAllScopes(authMode: unknown): void {
    if (!(authMode instanceof ServiceObject)) throw signatureError('ScriptApp.requireAllScopes', [authMode]);
    if (this.#lacking(this.#options.asked).length > 0) throw notAuthorised();
  }

  /** A token that opens nothing: Google cannot be reached from here. */
  getOAuthToken(): string {
    this.#options.execution.permit('ScriptApp.getOAuthToken', rules.anonymous);
    return 'local-token';
  }

  getScriptId(): string {
    return scriptId;
  }

  #lacking(wanted: readonly string[]): string[] {
    const { scopes } = this.#options;
    return scopes === null ? [] : wanted.filter((scope) => !scopes.includes(scope));
  }

  #listed(method: string): Trigger[] {
    const { execution, table } = this.#options;
    execution.permit(`ScriptApp.${method}`, rules.triggers);
    execution.charge('triggers.call');
    return table
      .all()
      .filter(({ user }) => user === execution.userEmail)
      .map((trigger) => new Trigger(trigger));
  }
}
