// Names of clients and sources in tables: those of the CRM, else what can be found there by.
import type { Lang } from '../cell';
import type { ClientFacts, Directories } from '../facts/side-tables';
import { breakdownWords } from '../locale/breakdown-words';

/** Name of a client (see `OriginFacts.client`): the CRM's own, its id when it has none or was not loaded. */
export function clientNames({ client, name }: ClientFacts, lang: Lang): (id: number) => string {
  const places = new Map<number, number>();
  client.forEach((id, place) => {
    places.set(id, place);
  });
  return (id) => {
    if (id === 0) return breakdownWords.noClient[lang];
    const known = name[places.get(id) ?? -1]?.trim() ?? '';
    return known || breakdownWords[id > 0 ? 'company' : 'contact'][lang].replace('{id}', String(Math.abs(id)));
  };
}

/** Name of a source; one that is in no directory any more keeps its code. */
export function sourceName(key: string, { sources }: Directories, lang: Lang): string {
  if (key === '') return breakdownWords.notSet[lang];
  return sources.find(({ id }) => id === key)?.name || key;
}
