// The Ui object: menus, alerts, prompts, sidebar and dialogs, put on a Screen as plain data (apps-script reference, 6, 7).
import { rules } from '../permissions';
import { type Answer, createScreen, type MenuEntry, type MenuTree, type Question, type Screen } from '../screen';
import { type EnumValue, type Execution, enumGroup, ServiceException, ServiceObject, type Surface, signatureError } from '../service';
import type { Switches } from '../switches';
import { HtmlOutput } from './html';

const buttons = enumGroup('Ui.Button', ['CLOSE', 'OK', 'CANCEL', 'YES', 'NO']);
const buttonSets = enumGroup('Ui.ButtonSet', ['OK', 'OK_CANCEL', 'YES_NO', 'YES_NO_CANCEL']);

class Menu extends ServiceObject {
  readonly serviceName = 'Ui.Menu';
  readonly caption: string;
  readonly place: MenuTree['place'];
  readonly entries: MenuEntry[] = [];
  readonly #screen: Screen;

  constructor(screen: Screen, caption: string, place: MenuTree['place']) {
    super();
    this.#screen = screen;
    this.caption = caption;
    this.place = place;
  }

  addItem(...args: unknown[]): this {
    const [label, functionName] = args;
    if (typeof label !== 'string' || typeof functionName !== 'string') throw signatureError('Ui.Menu.addItem', args);
    this.entries.push({ kind: 'item', label, functionName });
    return this;
  }

  addSeparator(): this {
    this.entries.push({ kind: 'separator' });
    return this;
  }

  addSubMenu(menu: unknown): this {
    if (!(menu instanceof Menu)) throw signatureError('Ui.Menu.addSubMenu', [menu]);
    this.entries.push({ kind: 'menu', label: menu.caption, entries: menu.entries });
    return this;
  }

  addToUi(): void {
    // A menu of the same name replaces the one shown.
    const shown = { label: this.caption, place: this.place, entries: this.entries };
    this.#screen.menus = [...this.#screen.menus.filter(({ label }) => label !== this.caption), shown];
  }
}

class PromptResponse extends ServiceObject {
  readonly serviceName = 'Ui.PromptResponse';
  readonly #answer: Answer;

  constructor(answer: Answer) {
    super();
    this.#answer = answer;
  }

  getSelectedButton(): EnumValue {
    return buttonNamed(this.#answer.button);
  }

  getResponseText(): string {
    return this.#answer.text ?? '';
  }
}

function buttonNamed(name: string): EnumValue {
  const found = Object.entries(buttons).find(([key]) => key === name);
  if (found === undefined) throw new Error(`No dialog button is named "${name}".`);
  return found[1] as EnumValue;
}

/** What kind of script shows something. */
export interface UiPlace {
  readonly addonName: string;
  readonly home: 'bound' | 'addon';
  readonly switches: Switches;
}

class Ui extends ServiceObject {
  readonly serviceName = 'Ui';
  readonly Button = buttons;
  readonly ButtonSet = buttonSets;
  readonly #execution: Execution;
  readonly #screen: Screen;
  readonly #place: UiPlace;

  constructor(execution: Execution, screen: Screen, place: UiPlace) {
    super();
    this.#execution = execution;
    this.#screen = screen;
    this.#place = place;
  }

  createMenu(caption: unknown): Menu {
    this.#execution.permit('Ui.createMenu', rules.menus);
    return new Menu(this.#screen, String(caption), 'bar');
  }

  createAddonMenu(): Menu {
    this.#execution.permit('Ui.createAddonMenu', rules.menus);
    const { addonName, home, switches } = this.#place;
    if (home === 'bound' && !switches.boundScriptHasAddonMenu) return new Menu(createScreen(), addonName, 'extensions');
    return new Menu(this.#screen, addonName, 'extensions');
  }

  alert(...args: unknown[]): EnumValue {
    const { title, message, set } = asked('Ui.alert', args);
    const answer = this.#ask({ kind: 'alert', title, message, buttons: set });
    this.#screen.events.push({ kind: 'alert', title, message, buttons: set, answer: answer.button });
    return buttonNamed(answer.button);
  }

  prompt(...args: unknown[]): PromptResponse {
    const { title, message, set } = asked('Ui.prompt', args);
    const answer = this.#ask({ kind: 'prompt', title, message, buttons: set });
    this.#screen.events.push({ kind: 'prompt', title, message, buttons: set, answer: answer.button, text: answer.text ?? '' });
    return new PromptResponse(answer);
  }

  showSidebar(...args: unknown[]): void {
    const [html] = args;
    this.#showing('Ui.showSidebar');
    if (!(html instanceof HtmlOutput)) throw signatureError('Ui.showSidebar', args);
    this.#screen.events.push({ kind: 'sidebar', title: html.title ?? '', html: html.content });
  }

  showModalDialog(...args: unknown[]): void {
    this.#dialog('Ui.showModalDialog', args, true);
  }

  showModelessDialog(...args: unknown[]): void {
    this.#dialog('Ui.showModelessDialog', args, false);
  }

  #dialog(call: string, args: readonly unknown[], modal: boolean): void {
    const [html, title] = args;
    this.#showing(call);
    if (!(html instanceof HtmlOutput) || typeof title !== 'string') throw signatureError(call, args);
    this.#screen.events.push({ kind: 'dialog', title, html: html.content, width: html.width, height: html.height, modal });
  }

  #ask(question: Question): Answer {
    this.#showing(`Ui.${question.kind}`);
    const { clock } = this.#execution;
    const shown = clock.now();
    const answer = this.#screen.ask(question);
    clock.advance(answer.afterMs ?? 0);
    if (!this.#place.switches.alertTimeCounts) this.#execution.excuse(clock.now() - shown);
    return answer;
  }

  #showing(call: string): void {
    this.#execution.permit(call, rules.dialogs);
    this.#execution.charge('ui.show');
  }
}

/** The three forms of alert and prompt: (message), (message, buttons), (title, message, buttons). */
function asked(call: string, args: readonly unknown[]): { readonly title: string; readonly message: string; readonly set: string } {
  const last = args.at(-1);
  const set = last instanceof ServiceObject ? Object.entries(buttonSets).find(([, value]) => value === last)?.[0] : undefined;
  const texts = set === undefined ? args : args.slice(0, -1);
  if (texts.length < 1 || texts.length > 2 || texts.some((text) => typeof text === 'object') || (texts.length === 2 && set === undefined))
    throw signatureError(call, args);
  const [title, message] = texts.length === 2 ? texts : ['', texts[0]];
  return { title: String(title), message: String(message), set: set ?? 'OK' };
}

/** What `SpreadsheetApp` needs to show something: the Ui of this execution, and toasts. */
export function createSurface(execution: Execution, screen: Screen, place: UiPlace): Surface {
  const ui = new Ui(execution, screen, place);
  return {
    ui: () => {
      if (!execution.hasUi) throw new ServiceException('Cannot call SpreadsheetApp.getUi() from this context.');
      return ui;
    },
    toast: (message, title, seconds) => {
      screen.events.push({ kind: 'toast', message, title, seconds });
    },
  };
}
