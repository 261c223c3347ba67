// Entry of the thread of one interleaved execution: a realm whose services live in the runtime's thread. Ends with the execution.
import { workerData } from 'node:worker_threads';
import { BlockingPort } from '../blocking-port';
import { TimeExceeded } from '../execution';
import { loadScript } from '../loaded-script';
import { Realm } from '../realm';
import { runEntry } from '../realm-entry';
import { ScriptError } from '../realm-errors';
import type { EndFailure, RealmJob, ScriptHears, ScriptSays } from './realm-messages';
import { RemoteServices } from './remote-services';

const job = workerData as RealmJob;
const port = new BlockingPort<ScriptHears, ScriptSays>(job.end);

function ended(): ScriptSays {
  try {
    const services: RemoteServices = new RemoteServices(port, job, (code, service) => realm.template(code, service));
    const realm: Realm = new Realm({
      now: () => services.now(),
      zone: job.zone,
      services,
      switches: job.switches,
      log: (level, line) => port.post({ kind: 'log', level, line }),
    });
    const script = loadScript(job.script, Buffer.from(job.cachedCode));
    const value = runEntry(realm, script, job.entry, services.unpacked(job.args) as unknown[], job.switches);
    return { kind: 'end', value, failure: null };
  } catch (error) {
    return { kind: 'end', value: null, failure: endFailure(error) };
  }
}

function endFailure(error: unknown): EndFailure {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  return { name, message, stack: error instanceof ScriptError ? error.scriptStack : '', isTimeout: error instanceof TimeExceeded };
}

port.post(ended());
port.close();
