// The strip on the right, 300 pixels wide as Google's, that holds the script's HTML.
import type { Connection } from './connection';
import { button, element } from './elements';
import { scriptFrame } from './script-frame';
import type { Words } from './words';

/** Shows HTML in the strip; one at a time, a new one takes the place of the former. */
export function sidebar(place: HTMLElement, connection: Connection, words: Words): (title: string, address: string) => void {
  const close = (): void => {
    place.hidden = true;
    place.replaceChildren();
  };
  return (title, address) => {
    const cross = button('sidebar-close', '×', close);
    cross.title = words.close;
    place.hidden = false;
    place.replaceChildren(
      element('header', 'sidebar-title', element('h2', '', title), cross),
      scriptFrame(address, title, connection, close),
    );
  };
}
