// `npm run deps`: the import rules of .dependency-cruiser.cjs, and a count. With a compiler that it cannot read, dependency-cruiser looks at no file and finds
// no fault: so every file of src/ and local/ has to be among the modules it has read, and the rules have to have seen imports between them.
import { readdirSync } from 'node:fs';
import { cruise, format } from 'dependency-cruiser';
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';

const folders = ['src', 'local'];
const options = await extractDepcruiseOptions('./.dependency-cruiser.cjs');
const { output } = await cruise(folders, options, null, { tsConfig: extractTSConfig('tsconfig.base.json') });

const files = folders.flatMap((folder) =>
  readdirSync(folder, { recursive: true }).map((file) => `${folder}/${file.replaceAll('\\', '/')}`),
);
const sources = files.filter((file) => /(?<!\.d)\.tsx?$/.test(file));
const read = new Map(output.modules.map((one) => [one.source, one.dependencies.length]));
const unread = sources.filter((file) => !read.has(file));
const imports = sources.reduce((sum, file) => sum + (read.get(file) ?? 0), 0);

process.stdout.write((await format(output, { outputType: 'err', ...options.outputOptions })).output);
process.stdout.write(
  `${sources.length - unread.length} of ${sources.length} files of ${folders.join(' and ')} were read, with ${imports} imports.\n`,
);
if (unread.length > 0) process.stdout.write(`Not read: ${unread.join(', ')}\n`);
if (output.summary.error > 0 || unread.length > 0 || imports < sources.length) process.exitCode = 1;
