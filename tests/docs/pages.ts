// The pages people read, as the tests of this folder see them: prose, code blocks, headings.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';

const { status, stdout } = spawnSync('git', ['ls-files', '-z'], { encoding: 'utf8', maxBuffer: 1e8 });
/** Whether this is a repository: a downloaded archive is none. */
export const inRepository = status === 0 && stdout !== '';
if (!inRepository) process.stderr.write('Git knows nothing of this folder: its files are looked at instead, and no fresh clone is made.\n');

/** Every file that git knows, by its path from the root; without git, every file that it would not ignore. */
export const repositoryFiles = inRepository
  ? stdout.split('\0').filter(Boolean)
  : readdirSync('.', { encoding: 'utf8' })
      .filter((name) => !/^(node_modules|dist|build|coverage|reports|\.git|\.state|\.stryker-tmp)$|\.log$/.test(name))
      .flatMap((name) =>
        statSync(name).isDirectory() ? readdirSync(name, { recursive: true, encoding: 'utf8' }).map((file) => `${name}/${file}`) : [name],
      )
      .filter((file) => statSync(file).isFile());

export const pages = repositoryFiles.filter((file) => file.endsWith('.md'));

export interface Block {
  readonly language: string;
  readonly text: string;
}

/** A page without its code blocks, and these. */
export function page(file: string): { prose: string; blocks: Block[] } {
  const blocks: Block[] = [];
  const prose = readFileSync(file, 'utf8').replace(/^```(\w*)\n([\s\S]*?)^```$/gm, (_, language: string, text: string) => {
    blocks.push({ language, text });
    return '';
  });
  return { prose, blocks };
}

/** What stands in backticks within a line. */
export const inlineCode = (prose: string): string[] => [...prose.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);

const SHELL = ['sh', 'bash', 'shell', 'console'];

/** The shell commands of a page: its shell blocks by line and `&&`, without comments and variables, and the commands of npm in its prose. */
export function commands(file: string): { inBlocks: string[]; inProse: string[] } {
  const { prose, blocks } = page(file);
  const split = (line: string) =>
    line
      .replace(/\s#\s.*$/, '')
      .split('&&')
      .map((command) => command.trim().replace(/^([A-Z_]+=\S+ )+/, ''))
      .filter((command) => command !== '' && !command.startsWith('#'));
  return {
    inBlocks: blocks.filter(({ language }) => SHELL.includes(language)).flatMap(({ text }) => text.split('\n').flatMap(split)),
    inProse: inlineCode(prose)
      .filter((code) => /^(npm|npx) /.test(code))
      .flatMap(split),
  };
}
