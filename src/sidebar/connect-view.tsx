// Nobody has connected this file, or not this person: a webhook, or OAuth.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { ConnectSteps } from './connect-steps';
import { DepthField } from './depth-field';
import { OauthSection } from './oauth-section';
import { server } from './server';
import { Button, type ViewProps } from './ui';
import { words } from './words';

export function ConnectView({ panel, work, onPanel }: ViewProps): JSX.Element {
  const text = words[panel.lang];
  const [webhook, setWebhook] = useState('');
  const [historyFrom, setHistoryFrom] = useState(panel.settings.historyFrom);
  const connect = (): void =>
    void work.run(text.connecting, async () => {
      const next = await server.connect(webhook);
      setWebhook('');
      onPanel(historyFrom === next.settings.historyFrom ? next : await server.saveSettings({ historyFrom }));
      return text.connected;
    });
  return (
    <>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          connect();
        }}
      >
        <p>{text.connectHint}</p>
        <ConnectSteps lang={panel.lang} page={panel.portal && `https://${panel.portal}/devops/`} />
        <label for="webhook">{text.webhookLabel}</label>
        <textarea
          id="webhook"
          rows={3}
          spellcheck={false}
          autoComplete="off"
          placeholder="https://…/rest/1/…/"
          value={webhook}
          onInput={(event) => setWebhook(event.currentTarget.value)}
        />
        {panel.asOf && !panel.demo ? null : <DepthField value={historyFrom} loaded={null} lang={panel.lang} onChange={setHistoryFrom} />}
        <Button label={text.connect} doing={text.connecting} work={work} kind="action" type="submit" />
        <p class="hint">{text.secretHint}</p>
        <p class="hint">{text.whole}</p>
        <p class="hint">{text.noPhones}</p>
      </form>
      <OauthSection panel={panel} work={work} onPanel={onPanel} />
      {panel.portal === null && !panel.asOf ? (
        <section>
          <h2>{text.demo}</h2>
          <p class="hint">{text.demoHint}</p>
          <Button
            id="try-demo"
            label={text.tryDemo}
            doing={text.fillingDemo}
            work={work}
            onClick={() =>
              void work.run(text.fillingDemo, async () => {
                const said = await server.tryDemo();
                onPanel(await server.sidebarState());
                return said;
              })
            }
          />
        </section>
      ) : null}
    </>
  );
}
