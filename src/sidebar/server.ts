// google.script.run as promises, typed by the server's own interface: renaming a server function breaks the compile.
import type { ServerApi } from '../addon/server-api';

type ServerFunctions = { [K in keyof ServerApi]: (...args: unknown[]) => void };
interface Runner extends ServerFunctions {
  withSuccessHandler(handler: (value: never) => void): Runner;
  withFailureHandler(handler: (error: Error) => void): Runner;
}
declare const google: { script: { run: Runner } };

type Calls = { [K in keyof ServerApi]: (...args: Parameters<ServerApi[K]>) => Promise<ReturnType<ServerApi[K]>> };

export const server = new Proxy({} as Calls, {
  get:
    (_target, name) =>
    (...args: unknown[]) =>
      new Promise((resolve, reject) => {
        google.script.run
          .withSuccessHandler(resolve)
          .withFailureHandler(reject)
          [name as keyof ServerApi](...args);
      }),
});
