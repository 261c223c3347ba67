// The panel, 300 px: connect; then data, plans, formulas, settings, one at a time.
import { type JSX, render, type TargetedKeyboardEvent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { PanelState } from '../addon/server-api';
import { ConnectView } from './connect-view';
import { FormulaView } from './formula-view';
import { PlanEditor } from './plan-editor';
import { PortalView } from './portal-view';
import { server } from './server';
import { SettingsView } from './settings-view';
import './sidebar.css';
import { MessageLine, Skeleton, sentenceOf, useWork } from './ui';
import { words } from './words';

const TABS = ['data', 'plans', 'formulas', 'settings'] as const;
type Tab = (typeof TABS)[number];

function Panel(): JSX.Element {
  const [panel, setPanel] = useState<PanelState | null>(null);
  const [failed, setFailed] = useState('');
  const [tab, setTab] = useState<Tab>('data');
  const [work, message, say] = useWork();
  useEffect(() => {
    server.sidebarState().then(
      (state) => {
        document.documentElement.lang = state.lang;
        setPanel(state);
      },
      (error: unknown) => setFailed(sentenceOf(error)),
    );
  }, []);
  if (!panel) return failed ? <MessageLine message={{ text: failed, bad: true }} /> : <Skeleton lines={6} />;
  const parts = { panel, work, onPanel: setPanel, say };
  const text = words[panel.lang];
  if (panel.portal === null && !panel.asOf)
    return (
      <>
        <ConnectView {...parts} />
        <MessageLine message={message} />
      </>
    );
  return (
    <>
      <Tabs tab={tab} names={text.tabs} locked={work.busy !== ''} onTab={setTab} />
      <div role="tabpanel" id={`panel-${tab}`} aria-labelledby={`tab-${tab}`}>
        {tab === 'data' ? <PortalView {...parts} /> : null}
        {tab === 'plans' ? <PlanEditor lang={panel.lang} wide={false} /> : null}
        {tab === 'formulas' ? <FormulaView lang={panel.lang} /> : null}
        {tab === 'settings' ? <SettingsView {...parts} /> : null}
        {tab === 'data' || tab === 'settings' ? <MessageLine message={message} /> : null}
      </div>
    </>
  );
}

interface TabsProps {
  readonly tab: Tab;
  readonly names: Readonly<Record<Tab, string>>;
  /** While something runs, its view stays. */
  readonly locked: boolean;
  readonly onTab: (tab: Tab) => void;
}

/** One stop of the Tab key; arrows move between them (WAI-ARIA). */
function Tabs({ tab, names, locked, onTab }: TabsProps): JSX.Element {
  const move = (event: TargetedKeyboardEvent<HTMLElement>): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0 || locked) return;
    event.preventDefault();
    const next = TABS[(TABS.indexOf(tab) + step + TABS.length) % TABS.length] ?? tab;
    onTab(next);
    document.getElementById(`tab-${next}`)?.focus();
  };
  return (
    <div class="tabs" role="tablist" onKeyDown={move}>
      {TABS.map((one) => (
        <button
          type="button"
          key={one}
          id={`tab-${one}`}
          role="tab"
          aria-selected={one === tab}
          aria-controls={one === tab ? `panel-${one}` : undefined}
          tabIndex={one === tab ? 0 : -1}
          disabled={locked && one !== tab}
          onClick={() => onTab(one)}
        >
          {names[one]}
        </button>
      ))}
    </div>
  );
}

const root = document.getElementById('panel') as HTMLElement;
root.replaceChildren();
render(<Panel />, root);
