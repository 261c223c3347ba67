// What the person sees of the script: menus, toasts, dialogs, the sidebar. Plain data for a page or a test; it draws nothing.

/** One entry of a menu tree. */
export type MenuEntry =
  | { readonly kind: 'item'; readonly label: string; readonly functionName: string }
  | { readonly kind: 'separator' }
  | { readonly kind: 'menu'; readonly label: string; readonly entries: readonly MenuEntry[] };

export interface MenuTree {
  readonly label: string;
  /** An add-on menu stands under Extensions with the add-on's name. */
  readonly place: 'bar' | 'extensions';
  readonly entries: readonly MenuEntry[];
}

export type UiEvent =
  | { readonly kind: 'toast'; readonly message: string; readonly title: string; readonly seconds: number }
  | { readonly kind: 'alert'; readonly title: string; readonly message: string; readonly buttons: string; readonly answer: string }
  | {
      readonly kind: 'prompt';
      readonly title: string;
      readonly message: string;
      readonly buttons: string;
      readonly answer: string;
      readonly text: string;
    }
  | { readonly kind: 'sidebar'; readonly title: string; readonly html: string }
  | {
      readonly kind: 'dialog';
      readonly title: string;
      readonly html: string;
      readonly width: number | null;
      readonly height: number | null;
      readonly modal: boolean;
    };

/** A question the script asks and waits for. */
export interface Question {
  readonly kind: 'alert' | 'prompt';
  readonly title: string;
  readonly message: string;
  /** `OK`, `OK_CANCEL`, `YES_NO`, `YES_NO_CANCEL`. */
  readonly buttons: string;
}

/** What the person answers: a button name (`OK`, `YES`, `NO`, `CANCEL`, `CLOSE`), with typed text for a prompt. */
export interface Answer {
  readonly button: string;
  readonly text?: string;
  /** How long the person thought, ms of the runtime's clock. */
  readonly afterMs?: number;
}

/** The screen of one open file. */
export interface Screen {
  menus: MenuTree[];
  readonly events: UiEvent[];
  readonly ask: (question: Question) => Answer;
}

/** The affirmative button of a set: what a run without a person presses. */
export function affirmative(question: Question): Answer {
  return { button: question.buttons.startsWith('YES') ? 'YES' : 'OK', text: '' };
}

/** An empty screen; questions go to `ask`. */
export function createScreen(ask: (question: Question) => Answer = affirmative): Screen {
  return { menus: [], events: [], ask };
}
