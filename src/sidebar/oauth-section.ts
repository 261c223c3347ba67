// The part of the panel that connects by OAuth: the handler address to copy, the application's card, then the link to the person's consent.
import type { OauthForm } from '../addon/server-api';
import { element } from './dom';
import type { oauthWords } from './oauth-words';

/** What a person has typed and how far they are. */
export interface OauthDraft {
  form: OauthForm;
  /** Where to let the application in; '' before it is begun. */
  address: string;
  isOpen: boolean;
}

export const emptyDraft = (): OauthDraft => ({ form: { portal: '', clientId: '', clientSecret: '' }, address: '', isOpen: false });

export interface OauthActions {
  begin(): void;
  /** The person says that they are back. */
  back(): void;
  /** `doing` stands on it while that is done. */
  button(label: string, doing: string, type: string): HTMLButtonElement;
}

export function oauthSection(draft: OauthDraft, redirect: string, text: (typeof oauthWords)['ru'], actions: OauthActions): Node {
  const own = element('input', { id: 'redirect', readonly: '', value: redirect, 'aria-label': text.redirect });
  own.addEventListener('focus', () => own.select());
  const box = element('details', { id: 'oauth' }, element('summary', {}, text.title));
  if (draft.address) box.append(...consentParts(draft.address, text, actions));
  else box.append(element('p', { class: 'hint' }, text.hint), own, cardForm(draft, text, actions));
  box.open = draft.isOpen;
  box.addEventListener('toggle', () => {
    draft.isOpen = box.open;
  });
  return box;
}

function cardForm(draft: OauthDraft, text: (typeof oauthWords)['ru'], actions: OauthActions): Node {
  const form = element('form');
  for (const name of ['portal', 'clientId', 'clientSecret'] as const) {
    const type = name === 'clientSecret' ? 'password' : 'text';
    const input = element('input', { id: name, type, autocomplete: 'off', spellcheck: 'false' });
    input.value = draft.form[name];
    input.addEventListener('input', () => {
      draft.form = { ...draft.form, [name]: input.value };
    });
    form.append(element('label', { for: name }, text[name]), input);
  }
  form.append(actions.button(text.begin, text.beginning, 'submit'), element('p', { class: 'hint' }, text.secret));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    actions.begin();
  });
  return form;
}

function consentParts(address: string, text: (typeof oauthWords)['ru'], actions: OauthActions): Node[] {
  const back = actions.button(text.back, text.checking, 'button');
  back.addEventListener('click', () => actions.back());
  return [
    element('p', {}, element('a', { id: 'consent', href: address, target: '_blank', rel: 'noopener noreferrer' }, text.open)),
    element('p', { class: 'hint' }, text.wait),
    back,
  ];
}
