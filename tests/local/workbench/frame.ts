// The page's half of google.script.run in a bare context: what it posts, and a way to answer.
import vm from 'node:vm';
import { bridgeSource } from '../../../local/workbench/frame-bridge';

export function frame() {
  const posted: Record<string, unknown>[] = [];
  const logged: string[] = [];
  let listener = (_event: object): void => {};
  const parent = { postMessage: (message: Record<string, unknown>) => posted.push(JSON.parse(JSON.stringify(message))) };
  const context = vm.createContext({
    parent,
    location: { origin: 'null' },
    console: { error: (error: unknown) => logged.push(String(error)) },
    addEventListener: (_type: string, heard: typeof listener) => {
      listener = heard;
    },
  });
  vm.runInContext(
    `globalThis.window = globalThis;
    class HTMLFormElement { constructor(fields) { this.fields = fields; } }
    class File {}
    class FormData { constructor(form) { this.form = form; } forEach(visit) { for (const [key, value] of Object.entries(this.form.fields)) visit(value, key); } }
    Object.assign(globalThis, { HTMLFormElement, File, FormData });`,
    context,
  );
  vm.runInContext(bridgeSource, context);
  const run = (code: string): unknown => vm.runInContext(code, context);
  return { posted, logged, run, answer: (data: object) => listener({ source: parent, data }) };
}
