// Which names of the script may be called, and by whom: the table of the Apps Script reference, 3.3. It runs nothing.
import type { Switches } from './switches';
import type { TopLevel } from './syntax';

/** Who looks for a function: a cell; `onOpen`, `onEdit`, `onInstall`; a menu item or an installed trigger; `google.script.run`. */
export type NameRule = 'cell' | 'simple' | 'menu' | 'page';

/** How the caller reaches the name: as a name of the script, as a property of the global object only, or not at all. */
export type Reach = 'top level' | 'global' | 'none';

/** Whether the caller finds the function: declarations for everybody, variables and members for menus and triggers, nothing that ends in `_`. */
export function reach(functionName: string, rule: NameRule, topLevel: TopLevel, switches: Switches): Reach {
  const { functions, functionVariables, others } = topLevel;
  if (functionName.endsWith('_')) return 'none';
  if (functions.includes(functionName)) return 'top level';
  const findsVariables =
    rule === 'menu' || (rule === 'page' && switches.sidebarCallsVariables) || (rule === 'simple' && switches.simpleTriggersInVariables);
  if (findsVariables && functionVariables.includes(functionName)) return 'top level';
  if (rule !== 'menu') return 'none';
  const owner = functionName.includes('.') ? functionName.split('.')[0] : undefined;
  if (owner !== undefined) return [...others, ...functionVariables, ...functions].includes(owner) ? 'top level' : 'none';
  return switches.callsGlobalAssignments ? 'global' : 'none';
}

/**
 * The functions offered to cells: those tagged `@customfunction`, or every public one when none is tagged. Google would call any of them, but built-ins win
 * there by name, while the engine's registry has one name for both.
 */
export function cellFunctions(code: string, functions: readonly string[]): string[] {
  const tagged = new Set<string>();
  for (const [, comment = '', name = ''] of code.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*(?:async\s+)?function\s*\*?\s*([\w$]+)/g)) {
    if (/@customfunction\b/i.test(comment)) tagged.add(name);
  }
  return functions.filter((name) => !name.endsWith('_') && (tagged.size === 0 || tagged.has(name)));
}
