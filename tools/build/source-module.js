// Lets a build tool read one of our catalogues: bundles a TypeScript module in memory and imports it.
import { build } from 'esbuild';

/** `platform`: `node` for a module that needs it. */
export async function sourceModule(entry, platform = 'neutral') {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    format: 'esm',
    platform,
    target: 'node20',
    write: false,
    logLevel: 'error',
  });
  const text = result.outputFiles[0].text;
  return import(`data:text/javascript;base64,${Buffer.from(text).toString('base64')}`);
}
