// Names of one portal: a portal that was renamed stays the same portal (D11). A renaming is believed when the old name redirected to the new one
// and the secret of the old one was accepted there; it is kept in the document properties, for everybody's loads.

const KEY = 'b24.renamed';

/** Old name → new name. */
type Renamings = Readonly<Record<string, string>>;

function renamings(): Renamings {
  const text = PropertiesService.getDocumentProperties().getProperty(KEY);
  return text ? (JSON.parse(text) as Renamings) : {};
}

/** Keeps that `from` is called `to` now. */
export function keepRenaming(from: string, to: string): void {
  const { [to]: _taken, ...others } = renamings();
  PropertiesService.getDocumentProperties().setProperty(KEY, JSON.stringify({ ...others, [from]: to }));
}

/** A name that answers for itself again is a portal of its own: Bitrix24 may have given it to somebody else. */
export function forgetRenaming(name: string): void {
  const { [name]: gone, ...others } = renamings();
  if (gone !== undefined) PropertiesService.getDocumentProperties().setProperty(KEY, JSON.stringify(others));
}

/** Tells whether a name means this portal, under whatever name it was known. */
export function namesOfPortal(portal: string): (name: string) => boolean {
  const known = renamings();
  const present = presentName(portal, known);
  return (name) => name === portal || presentName(name, known) === present;
}

/** Ends also for names that were changed there and back. */
function presentName(name: string, known: Renamings): string {
  let present = name;
  for (let steps = Object.keys(known).length; steps > 0 && known[present] !== undefined; steps--) present = known[present] ?? present;
  return present;
}
