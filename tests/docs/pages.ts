// The pages people read, as the tests of this folder see them: prose, code blocks, headings.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Every file that git knows, by its path from the root. */
export const repositoryFiles = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8', maxBuffer: 1e8 }).split('\0').filter(Boolean);

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
