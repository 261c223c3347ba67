// HtmlService: html files of the project, templates with scriptlets, outputs (apps-script reference, 7). Showing them is the Ui's business.
import { enumGroup, OpenServiceObject, ServiceException, ServiceObject, signatureError } from '../service';

const frameModes = enumGroup('HtmlService.XFrameOptionsMode', ['ALLOWALL', 'DEFAULT']);
const sandboxModes = enumGroup('HtmlService.SandboxMode', ['EMULATED', 'IFRAME', 'NATIVE']);

/** A page ready to show. */
export class HtmlOutput extends ServiceObject {
  readonly serviceName = 'HtmlService.HtmlOutput';
  content: string;
  title: string | null = null;
  width: number | null = null;
  height: number | null = null;

  constructor(content: string) {
    super();
    this.content = content;
  }

  append(text: unknown): this {
    this.content += String(text);
    return this;
  }

  appendUntrusted(text: unknown): this {
    this.content += escaped(String(text));
    return this;
  }

  clear(): this {
    this.content = '';
    return this;
  }

  getContent(): string {
    return this.content;
  }

  setContent(content: unknown): this {
    this.content = String(content);
    return this;
  }

  getTitle(): string | null {
    return this.title;
  }

  setTitle(title: unknown): this {
    this.title = String(title);
    return this;
  }

  getWidth(): number | null {
    return this.width;
  }

  setWidth(width: unknown): this {
    this.width = width === null ? null : Number(width);
    return this;
  }

  getHeight(): number | null {
    return this.height;
  }

  setHeight(height: unknown): this {
    this.height = height === null ? null : Number(height);
    return this;
  }

  setXFrameOptionsMode(_mode: unknown): this {
    return this;
  }

  setSandboxMode(_mode: unknown): this {
    return this;
  }

  addMetaTag(_name: unknown, _content: unknown): this {
    return this;
  }
}

/** Evaluates template code: `$` holds the template's own properties and `print`. */
export type TemplateRunner = (code: string, template: ServiceObject) => string;

class HtmlTemplate extends OpenServiceObject {
  readonly serviceName = 'HtmlService.HtmlTemplate';
  readonly #source: string;
  readonly #run: TemplateRunner;

  constructor(source: string, run: TemplateRunner) {
    super();
    this.#source = source;
    this.#run = run;
  }

  evaluate(): HtmlOutput {
    return new HtmlOutput(this.#run(templateCode(this.#source), this));
  }

  getRawContent(): string {
    return this.#source;
  }
}

/** The body of a function of `$` that prints a template: `<? code ?>`, `<?= escaped ?>`, `<?!= raw ?>`. */
export function templateCode(source: string): string {
  const lines = [
    "var output = { text: '' };",
    "var escape = function (value) { return String(value).replace(/[&<>\"']/g, function (c) { return '&#' + c.charCodeAt(0) + ';'; }); };",
    'with ($) {',
  ];
  for (const part of source.split(/(<\?[\s\S]*?\?>)/)) {
    if (!part.startsWith('<?')) lines.push(`output.text += ${JSON.stringify(part)};`);
    else if (part.startsWith('<?!=')) lines.push(`output.text += (${statement(part.slice(4, -2))});`);
    else if (part.startsWith('<?=')) lines.push(`output.text += escape(${statement(part.slice(3, -2))});`);
    else lines.push(part.slice(2, -2));
  }
  return [...lines, '}', 'return output.text;'].join('\n');
}

const statement = (code: string): string => code.trim().replace(/;$/, '');
const escaped = (text: string): string => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);

/** The `HtmlService` global. */
export class HtmlService extends ServiceObject {
  readonly serviceName = 'HtmlService';
  readonly XFrameOptionsMode = frameModes;
  readonly SandboxMode = sandboxModes;
  readonly #files: Readonly<Record<string, string>>;
  readonly #run: TemplateRunner;

  constructor(files: Readonly<Record<string, string>>, run: TemplateRunner) {
    super();
    this.#files = files;
    this.#run = run;
  }

  createHtmlOutput(html: unknown = ''): HtmlOutput {
    return new HtmlOutput(String(html));
  }

  createHtmlOutputFromFile(fileName: unknown): HtmlOutput {
    return new HtmlOutput(this.#file(fileName, 'createHtmlOutputFromFile'));
  }

  createTemplate(html: unknown): HtmlTemplate {
    return new HtmlTemplate(String(html), this.#run);
  }

  createTemplateFromFile(fileName: unknown): HtmlTemplate {
    return new HtmlTemplate(this.#file(fileName, 'createTemplateFromFile'), this.#run);
  }

  #file(fileName: unknown, method: string): string {
    if (typeof fileName !== 'string') throw signatureError(`HtmlService.${method}`, [fileName]);
    const text = this.#files[fileName.replace(/\.html$/, '')];
    if (text === undefined) throw new ServiceException(`No HTML file named ${fileName} was found.`);
    return text;
  }
}
