// How a webhook is made in Bitrix24: each step in words and as a small drawing of the place to click. The drawings are boxes with text; to a screen
// reader they are one picture each.
import type { ComponentChildren, JSX } from 'preact';
import { type PanelWords, words } from './words';

interface StepsProps {
  readonly lang: 'ru' | 'en';
  /** Address of the portal's page for developers, where the portal is known. */
  readonly page: string | null;
}

export function ConnectSteps({ lang, page }: StepsProps): JSX.Element {
  const text = words[lang];
  const drawings = [<Menu text={text} />, <Tiles text={text} />, <Rights text={text} />, <Address text={text} />];
  return (
    <ol class="steps">
      {text.steps.map((step, at) => (
        <li key={step}>
          {step}
          {at === 0 && page ? <span class="page">{page}</span> : null}
          <div class="drawing" role="img" aria-label={text.drawings[at]}>
            <div aria-hidden="true">{drawings[at]}</div>
          </div>
        </li>
      ))}
    </ol>
  );
}

interface PartProps {
  readonly text: PanelWords;
}

/** The left menu of the portal, its page beside it. */
function Menu({ text: { b24 } }: PartProps): JSX.Element {
  return (
    <div class="b24 side">
      <div class="menu">
        <i>{b24.crm}</i>
        <i>{b24.market}</i>
        <Click>{b24.developers}</Click>
      </div>
      <Lines />
    </div>
  );
}

function Tiles({ text: { b24 } }: PartProps): JSX.Element {
  return (
    <div class="b24">
      <div class="row">
        <i>{b24.sales}</i>
        <Click>{b24.other}</Click>
      </div>
      <div class="row next">
        <Click>{b24.inbound}</Click>
        <i>{b24.outbound}</i>
      </div>
    </div>
  );
}

function Rights({ text: { b24 } }: PartProps): JSX.Element {
  return (
    <div class="b24">
      <b>{b24.rights}</b>
      <div class="row">
        {b24.scopes.map((scope) => (
          <span class="chip" key={scope}>
            {`✓ ${scope}`}
          </span>
        ))}
      </div>
    </div>
  );
}

function Address({ text: { b24 } }: PartProps): JSX.Element {
  return (
    <div class="b24">
      <b>{b24.call}</b>
      <div class="row url">
        <span>https://…/rest/1/••••••/</span>
        <Click>{b24.copy}</Click>
      </div>
      <div class="row next">
        <Click kind="save">{b24.save}</Click>
      </div>
    </div>
  );
}

/** What is to be clicked, with the pointer on it. */
function Click({ children, kind = '' }: { readonly children: ComponentChildren; readonly kind?: string }): JSX.Element {
  return (
    <span class={`click ${kind}`}>
      {children}
      <svg aria-hidden="true" viewBox="0 0 12 16" width="12" height="16">
        <path d="M1 1v12l3-3 2 5 2-1-2-5h4z" fill="#202124" stroke="#fff" />
      </svg>
    </span>
  );
}

function Lines(): JSX.Element {
  return (
    <div class="lines">
      <s style={{ width: '70%' }} />
      <s style={{ width: '90%' }} />
      <s style={{ width: '50%' }} />
    </div>
  );
}
