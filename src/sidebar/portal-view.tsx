// The state of the data: how old, how much, refresh with its progress, schedule, last runs, the way out.
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { LoadingState, ScheduleForm, ShownRun } from '../addon/server-api';
import { ConnectView } from './connect-view';
import { isEarlier, shownDay } from './depth-field';
import { filled } from './plan-words';
import { ReportPicker } from './report-picker';
import { ScheduleBox, ScheduleLines } from './schedule';
import { server } from './server';
import { Button, type Message, type ViewProps, type Work } from './ui';
import { type PanelWords, words } from './words';

/** How often the progress of a running load is asked for, ms: it is kept every fifteen seconds. */
const ASK_MS = 5000;

interface PortalProps extends ViewProps {
  readonly say: (message: Message | null) => void;
}

export function PortalView({ panel, work, onPanel, say }: PortalProps): JSX.Element {
  const text = words[panel.lang];
  const [progress, setProgress] = useState<LoadingState | null>(panel.loading);
  const [stopping, setStopping] = useState(false);
  const isLoading = work.busy === text.refreshing;
  useEffect(() => setProgress(panel.loading), [panel]);
  useEffect(() => {
    if (!isLoading) return;
    const timer = setInterval(() => server.loadProgress().then(setProgress, () => undefined), ASK_MS);
    return () => clearInterval(timer);
  }, [isLoading]);

  /** Runs until the refresh is done; `full` loads everything anew and replaces what is there. */
  const refresh = (full: boolean): void =>
    void work.run(text.refreshing, async () => {
      setStopping(false);
      try {
        let result = await server.refresh(full);
        while (!result.done) {
          say({ text: result.text, bad: false });
          result = await server.refresh();
        }
        return result.text;
      } finally {
        onPanel(await server.sidebarState());
      }
    });
  const stop = (): void => {
    setStopping(true);
    server.cancelRefresh().catch(() => setStopping(false));
  };
  return (
    <>
      <dl>
        {panel.portal === null ? null : <Fact name={text.portal} value={panel.portal} />}
        {panel.portal === null ? null : <Fact name={text.rights} value={panel.userName} />}
        <Fact name={text.asOf} value={panel.asOfText || text.never} />
        {panel.asOf ? <Fact name={text.deals} value={panel.deals.toLocaleString(panel.lang)} /> : null}
        {panel.asOf ? <Fact name={text.leads} value={panel.leads.toLocaleString(panel.lang)} /> : null}
        {panel.loadedFrom ? <Fact name={text.loadedFrom} value={shownDay(panel.loadedFrom, panel.lang)} /> : null}
      </dl>
      {panel.own && isEarlier(panel.settings.historyFrom, panel.loadedFrom) ? <p class="hint missing">{text.earlier}</p> : null}
      {panel.missingScopes.map((sentence) => (
        <p class="hint missing" key={sentence}>
          {sentence}
        </p>
      ))}
      {progress ? <Progress progress={progress} lang={panel.lang} text={text} running={isLoading} /> : null}
      {panel.own ? (
        <>
          <div class="buttons">
            <Button
              label={progress ? text.goOn : text.refresh}
              doing={text.refreshing}
              work={work}
              kind="action"
              onClick={() => refresh(false)}
            />
            {isLoading ? (
              <button type="button" disabled={stopping} onClick={stop}>
                {stopping ? text.stopping : text.stop}
              </button>
            ) : null}
          </div>
          {panel.asOf ? <ReportPicker lang={panel.lang} work={work} /> : null}
          <ScheduleBox
            key={`${panel.schedule.kind} ${panel.schedule.hour} ${panel.schedule.own}`}
            now={panel.schedule}
            text={text}
            work={work}
            onSave={(form: ScheduleForm) =>
              void work.run(text.savingSchedule, async () => {
                onPanel(await server.setSchedule(form));
                return text.scheduleSaved;
              })
            }
          />
          <Runs text={text} />
          <Anew text={text} work={work} onAnew={() => refresh(true)} />
          <Button
            label={text.disconnect}
            doing={text.disconnecting}
            work={work}
            kind="quiet"
            onClick={() =>
              void work.run(text.disconnecting, async () => {
                onPanel(await server.disconnect());
                return text.disconnected;
              })
            }
          />
        </>
      ) : (
        <>
          <ScheduleLines now={panel.schedule} text={text} />
          <p class="hint">{panel.demo ? text.demoNow : text.other}</p>
          <ConnectView panel={panel} work={work} onPanel={onPanel} />
        </>
      )}
    </>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }): JSX.Element {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <bdi>{value}</bdi>
      </dd>
    </>
  );
}

interface ProgressProps {
  readonly progress: LoadingState;
  readonly lang: 'ru' | 'en';
  readonly text: PanelWords;
  readonly running: boolean;
}

function Progress({ progress, lang, text, running }: ProgressProps): JSX.Element {
  const { entities, rows, total, restSeconds } = progress;
  const shown = (count: number): string => count.toLocaleString(lang);
  const rest = restSeconds === null ? '' : `, ${filled(text.minutesLeft, { minutes: Math.max(1, Math.round(restSeconds / 60)) })}`;
  return (
    <section class="progress" aria-label={text.loading}>
      <p>{`${running ? text.loadingNow : text.loading}: ${filled(text.rowsOf, { rows: shown(rows), total: shown(total) })}${rest}`}</p>
      <progress value={rows} max={Math.max(1, total)} aria-label={text.loading} />
      <details>
        <summary>{text.byEntity}</summary>
        <dl class="pairs">
          {entities.map(({ name, rows: have, total: all, done }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{done ? `${shown(have)} ✓` : filled(text.rowsOf, { rows: shown(have), total: shown(all) })}</dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  );
}

/** The journal of the last runs, read when it is opened. */
function Runs({ text }: { readonly text: PanelWords }): JSX.Element {
  const [runs, setRuns] = useState<readonly ShownRun[] | null>(null);
  return (
    <details
      onToggle={(event) => {
        if (event.currentTarget.open) server.lastRuns().then(setRuns, () => setRuns([]));
      }}
    >
      <summary>{text.runs}</summary>
      {runs?.length === 0 ? <p class="hint">{text.noRuns}</p> : null}
      <ul class="runs">
        {(runs ?? []).map(({ start, what, who, result, error }) => (
          <li key={`${start} ${what}`}>
            <b>{start}</b> {what}: {result}
            {who ? <small>{who}</small> : null}
            {error ? <small class="bad">{error}</small> : null}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Anew({ text, work, onAnew }: { readonly text: PanelWords; readonly work: Work; readonly onAnew: () => void }): JSX.Element {
  return (
    <details>
      <summary>{text.anew}</summary>
      <p class="hint">{text.anewHint}</p>
      <Button label={text.anew} doing={text.refreshing} work={work} onClick={onAnew} />
    </details>
  );
}
