// The script's own menus in the bar, as `onOpen` made them; choosing an entry runs its function in the worker.
import type { MenuEntry, MenuTree } from '../../runtime/screen';
import type { Connection } from './connection';
import { type ActionSpec, library } from './spreadsheet';
import type { Words } from './words';

/** Chooses a command: its name in the menu and the function behind it. */
type Choose = (name: string, functionName: string) => void;

/** Puts the menus into the bar; must run before the spreadsheet is drawn. */
export function addMenus(menus: readonly MenuTree[], connection: Connection, words: Words, choose: Choose): void {
  let shown = menus;
  const { topbarMenuRegistry } = library.registries;
  if (menus.some((menu) => menu.place === 'extensions')) {
    topbarMenuRegistry.add('extensions', { name: words.extensions, sequence: 200, children: [] });
  }
  menus.forEach((menu, index) => {
    const current = (): MenuTree => shown[index] ?? menu;
    // The entries are read anew each time the menu opens: the script may have changed them.
    const entry: ActionSpec = {
      id: `script_menu_${index}`,
      name: () => current().label,
      sequence: 210 + index,
      children: [() => actions(current().entries, choose, `script_menu_${index}`)],
    };
    if (menu.place === 'bar') topbarMenuRegistry.add(`script_menu_${index}`, entry);
    else topbarMenuRegistry.addChild(`script_menu_${index}`, ['extensions'], entry);
  });
  connection.on('menus', (message) => {
    if (message.menus.length !== shown.length) location.reload();
    shown = message.menus;
  });
}

function actions(entries: readonly MenuEntry[], choose: Choose, path: string): ActionSpec[] {
  const specs: ActionSpec[] = [];
  entries.forEach((entry, index) => {
    const id = `${path}_${index}`;
    const last = specs[specs.length - 1];
    if (entry.kind === 'separator') {
      if (last !== undefined) last.separator = true;
      return;
    }
    const spec: ActionSpec = { id, name: entry.label, sequence: index, isReadonlyAllowed: true, isEnabledOnLockedSheet: true };
    if (entry.kind === 'item') spec.execute = () => choose(entry.label, entry.functionName);
    else spec.children = actions(entry.entries, choose, id);
    specs.push(spec);
  });
  return specs;
}
