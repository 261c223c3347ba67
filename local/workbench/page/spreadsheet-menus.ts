// The spreadsheet's own menus in Russian: what has no Russian text is taken out, so that no half-English menu is shown.
// Must run before the words are translated: the entries still carry their English names.
import { type ActionSpec, library } from './spreadsheet';
import { russian } from './words-ru';

/** Entries whose name depends on the selection; every name they can take is in the dictionary. */
const translatedByCode = new Set([
  ...['edit_delete_row', 'edit_delete_column', 'delete_row', 'delete_column', 'clear_row', 'clear_column'],
  ...['hide_rows', 'hide_columns', 'group_columns', 'ungroup_columns', 'group_rows', 'ungroup_rows', 'sort_columns'],
  ...['insert_row', 'insert_row_before', 'insert_row_after', 'insert_column', 'insert_column_before', 'insert_column_after'],
  ...['add_row_before', 'add_row_after', 'add_column_before', 'add_column_after', 'add_remove_data_filter', 'delete_table'],
]);

/** Translated words that lead to a panel that is not. */
const leadsToEnglish = new Set(['insert_table', 'edit_table', 'print', 'settings', 'insert_chart', 'insert_dropdown']);

type Child = NonNullable<ActionSpec['children']>[number];

/** Takes every entry without Russian text out of the menus of the bar, the cells, the columns and the rows. */
export function keepRussianEntries(): void {
  const { topbarMenuRegistry, cellMenuRegistry, colMenuRegistry, rowMenuRegistry, numberFormatMenuRegistry } = library.registries;
  for (const registry of [topbarMenuRegistry, cellMenuRegistry, colMenuRegistry, rowMenuRegistry]) {
    for (const key of registry.getKeys()) {
      const kept = russianEntry(registry.get(key), key);
      if (kept === null) registry.remove(key);
      else registry.replace(key, kept);
    }
  }
  for (const key of numberFormatMenuRegistry.getKeys()) {
    if (!isRussian(numberFormatMenuRegistry.get(key).name)) numberFormatMenuRegistry.remove(key);
  }
}

/** Panels whose every word is in the dictionary. */
const russianPanels = new Set(['FindAndReplace', 'NamedRangesPanel']);

/** Keeps the panels without Russian text from opening, and takes the way to them out of the charts' menu. */
export function keepRussianPanels(): void {
  const { sidePanelRegistry, figureRegistry } = library.registries;
  for (const key of sidePanelRegistry.getKeys()) {
    if (!russianPanels.has(key)) sidePanelRegistry.replace(key, { ...sidePanelRegistry.get(key), computeState: () => ({ isOpen: false }) });
  }
  const chart = figureRegistry.get('chart');
  figureRegistry.replace('chart', {
    ...chart,
    menuBuilder: (...args) => chart.menuBuilder(...args).filter(({ id }) => id !== 'edit'),
  });
}

/** Leaves Ctrl+P to the browser: the spreadsheet's own window for printing has no Russian text. */
export function keepBrowsersPrint(): void {
  window.addEventListener(
    'keydown',
    (event) => {
      if ((event.ctrlKey || event.metaKey) && event.code === 'KeyP') event.stopImmediatePropagation();
    },
    { capture: true },
  );
}

/** The entry with only its Russian children; null when it, or all it held, has no Russian text. */
function russianEntry(entry: ActionSpec, key: string): ActionSpec | null {
  const id = entry.id ?? key;
  if (leadsToEnglish.has(id) || !(typeof entry.name === 'function' ? translatedByCode.has(id) : isRussian(entry.name))) return null;
  if (entry.children === undefined) return entry;
  const children = entry.children.flatMap((child): Child[] => {
    // Children made by code: zoom and number formats are translated, lists of functions are not.
    if (typeof child === 'function') return id === 'format_number' ? [child] : [];
    const kept = russianEntry(child, child.id ?? '');
    return kept === null ? [] : [kept];
  });
  return children.length === 0 ? null : { ...entry, children };
}

function isRussian(name: unknown): boolean {
  const text = String(name);
  return text in russian || !/[A-Za-z]/.test(text);
}
