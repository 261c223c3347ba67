// The part of the panel that connects by OAuth: the handler address to copy, the application's card, then the link to the person's consent.
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { OauthForm } from '../addon/server-api';
import { oauthWords } from './oauth-words';
import { server } from './server';
import { Button, Field, type ViewProps } from './ui';

const NO_CARD: OauthForm = { portal: '', clientId: '', clientSecret: '' };

export function OauthSection({ panel, work, onPanel }: ViewProps): JSX.Element {
  const text = oauthWords[panel.lang];
  const [card, setCard] = useState(NO_CARD);
  const [address, setAddress] = useState('');
  const [isOpen, setOpen] = useState(false);

  const type = (name: keyof OauthForm, value: string): void => setCard({ ...card, [name]: value });
  /** Looks whether the person has let the application in. */
  const returned = async (): Promise<boolean> => {
    const next = await server.sidebarState();
    if (next.own) onPanel(next);
    return next.own;
  };
  // Consent is given in another tab: whoever comes back sees the portal without a click.
  useEffect(() => {
    const look = (): void => {
      if (document.visibilityState === 'visible' && address && !work.busy) void returned().catch(() => undefined);
    };
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  });
  /** The key is kept here no longer than until it is sent. */
  const begin = (): void =>
    void work.run(text.beginning, async () => {
      setAddress(await server.beginOauth(card));
      setCard(NO_CARD);
      return '';
    });
  return (
    <details id="oauth" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{text.title}</summary>
      {address ? (
        <>
          <p>
            <a id="consent" href={address} target="_blank" rel="noopener noreferrer">
              {text.open}
            </a>
          </p>
          <p class="hint">{text.wait}</p>
          <Button
            label={text.back}
            doing={text.checking}
            work={work}
            onClick={() => void work.run(text.checking, async () => ((await returned()) ? '' : text.notYet))}
          />
        </>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            begin();
          }}
        >
          <p class="hint">{text.hint}</p>
          <input
            id="redirect"
            readOnly
            value={panel.redirect}
            aria-label={text.redirect}
            onFocus={(event) => event.currentTarget.select()}
          />
          {(['portal', 'clientId', 'clientSecret'] as const).map((name) => (
            <Field key={name} id={name} label={text[name]}>
              {name === 'clientSecret' ? (
                <input
                  id={name}
                  type="password"
                  autoComplete="off"
                  value={card[name]}
                  onInput={(event) => type(name, event.currentTarget.value)}
                />
              ) : (
                <input
                  id={name}
                  autoComplete="off"
                  spellcheck={false}
                  value={card[name]}
                  onInput={(event) => type(name, event.currentTarget.value)}
                />
              )}
            </Field>
          ))}
          <Button label={text.begin} doing={text.beginning} work={work} type="submit" />
          <p class="hint">{text.secret}</p>
        </form>
      )}
    </details>
  );
}
