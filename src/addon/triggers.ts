// The clock triggers of this person: made, found by their ids, deleted. Google shows nobody the triggers of others, and an add-on may not
// touch those of the person's other files: only ids that this file remembers are ever deleted.
import { openFile } from './file';

/** Deletes a trigger of this person; nothing when Google does not know it any more. */
export function deleteTriggerOf(uid: string | null): void {
  if (!uid) return;
  for (const trigger of ScriptApp.getProjectTriggers()) if (trigger.getUniqueId() === uid) ScriptApp.deleteTrigger(trigger);
}

const REFUSED = 'refused';

function continuationKey(): string {
  return `b24.continuation.${openFile().getId()}`;
}

/**
 * Makes the one trigger that continues an unfinished run in a minute; an earlier one goes. False where Google does not allow it: a published
 * add-on may have one clock trigger a file, which is the schedule's (apps-script reference, 0.1). That is remembered, not tried again.
 */
export function makeContinuation(): boolean {
  const own = PropertiesService.getUserProperties();
  const known = own.getProperty(continuationKey());
  if (known === REFUSED) return false;
  try {
    deleteTriggerOf(known);
    own.setProperty(continuationKey(), ScriptApp.newTrigger('continueRefresh').timeBased().after(60000).create().getUniqueId());
    return true;
  } catch (error) {
    // Twenty triggers elsewhere, a permission not given, a busy Google may pass; what an add-on may not do stays so.
    const passing = /must be deleted|permission|authorization|server|again|timed out/i.test(String((error as Error | null)?.message));
    if (passing) own.deleteProperty(continuationKey());
    else own.setProperty(continuationKey(), REFUSED);
    return false;
  }
}

/**
 * Deletes the continuation that has come, or the one that waits: then answers whether there was one. A remembered refusal is forgotten: the
 * slot may be free now.
 */
export function dropContinuation(came?: string): boolean {
  const own = PropertiesService.getUserProperties();
  const known = own.getProperty(continuationKey());
  if (known !== null && (came === undefined || came === known)) own.deleteProperty(continuationKey());
  const waits = known !== null && known !== REFUSED;
  deleteTriggerOf(came ?? (waits ? known : null));
  return waits;
}
