// The script project as it would be pushed: one script text, html files, the manifest. It knows files, not what they mean.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** `appsscript.json`, as far as the runtime obeys it. */
export interface Manifest {
  readonly timeZone: string;
  readonly oauthScopes?: readonly string[];
  readonly urlFetchWhitelist?: readonly string[];
  readonly runtimeVersion?: string;
}

export interface ScriptProject {
  /** The text of all script files, in push order. */
  readonly code: string;
  /** Html files by name without `.html` (folders kept: `ui/sidebar`). */
  readonly html: Readonly<Record<string, string>>;
  readonly manifest: Manifest;
}

/** Reads what `clasp push` would send from a folder: `*.js` and `*.gs` in alphabetical order, `*.html`, `appsscript.json`. */
export function loadProject(directory: string): ScriptProject {
  const manifestFile = join(directory, 'appsscript.json');
  if (!existsSync(manifestFile)) throw new Error(`No appsscript.json in ${directory}: build the project first (npm run build).`);
  const names = readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .sort();
  const read = (name: string): string => readFileSync(join(directory, name), 'utf8');
  return {
    code: names
      .filter((name) => /\.(js|gs)$/.test(name))
      .map(read)
      .join('\n'),
    html: Object.fromEntries(names.filter((name) => name.endsWith('.html')).map((name) => [name.slice(0, -5), read(name)])),
    manifest: JSON.parse(read('appsscript.json')) as Manifest,
  };
}
