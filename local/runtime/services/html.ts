// HtmlService: html files of the project, templates with scriptlets, outputs (apps-script reference, 7). Showing them is the Ui's business.
import { rules } from '../permissions';
import { type Execution, enumGroup, OpenServiceObject, ServiceException, ServiceObject, signatureError } from '../service';
import type { Switches } from '../switches';

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

/** Evaluates template code: `$` holds the template's own properties. */
export type TemplateRunner = (code: string, template: ServiceObject) => string;

class HtmlTemplate extends OpenServiceObject {
  readonly serviceName = 'HtmlService.HtmlTemplate';
  readonly #source: string;
  readonly #service: HtmlOptions;

  constructor(source: string, service: HtmlOptions) {
    super();
    this.#source = source;
    this.#service = service;
  }

  /** Runs the scriptlets, once, on the server (7). */
  evaluate(): HtmlOutput {
    return pageOf(this.#service.run(runnable(this.getCode()), this), this.#service.switches);
  }

  /** The template as code: `output._ = '…'` adds raw text, `output._$ = x` escaped text (7). */
  getCode(): string {
    return templateCode(this.#source);
  }

  getRawContent(): string {
    return this.#source;
  }
}

/** A template as statements: `<? code ?>` as it is, `<?= x ?>` escaped, `<?!= x ?>` raw; of several statements in a print scriptlet only the first prints (7). */
function templateCode(source: string): string {
  let before = '';
  const parts = source.split(/(<\?[\s\S]*?\?>)/).filter((part) => part !== '');
  const lines = parts.map((part) => {
    if (!part.startsWith('<?')) {
      before += part;
      return `output._ = ${JSON.stringify(part)};`;
    }
    if (part.startsWith('<?!=')) return `output._ = ${part.slice(4, -2)};`;
    if (!part.startsWith('<?=')) return part.slice(2, -2);
    if (isInsideScript(before))
      throw new ServiceException(
        'Escaping inside <script> and <style> is not implemented in the local runtime: load the data with google.script.run.',
      );
    return `output._$ = ${part.slice(3, -2)};`;
  });
  return lines.join('\n');
}

/** Whether text that follows stands in a script or a style, where Google escapes by other rules than in HTML and attributes (7). */
function isInsideScript(before: string): boolean {
  const last = [...before.matchAll(/<(\/?)(?:script|style)\b/gi)].at(-1);
  return last !== undefined && last[1] === '';
}

/** The body of a function of `$` that answers what the statements print. */
function runnable(code: string): string {
  return [
    "var text = '', output = Object.create(null, {",
    '  _: { set: function (value) { text += value; } },',
    "  _$: { set: function (value) { text += String(value).replace(/[&<>\"']/g, function (c) { return '&#' + c.charCodeAt(0) + ';'; }); } }",
    '});',
    'with ($) {',
    code,
    '}',
    'return text;',
  ].join('\n');
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);

export interface HtmlOptions {
  /** Html files by name without `.html`. */
  readonly files: Readonly<Record<string, string>>;
  readonly run: TemplateRunner;
  readonly switches: Switches;
  readonly execution: Execution;
}

/** The bound the reference advises where no figure is published (1). */
const advisedPageBytes = 500 * 1024;

function pageOf(html: string, { advisedSizesHold }: Switches): HtmlOutput {
  if (advisedSizesHold && Buffer.byteLength(html) > advisedPageBytes) throw new ServiceException('The HTML page is larger than 500 KB.');
  return new HtmlOutput(html);
}

/** The `HtmlService` global. */
export class HtmlService extends ServiceObject {
  readonly serviceName = 'HtmlService';
  readonly XFrameOptionsMode = frameModes;
  readonly SandboxMode = sandboxModes;
  readonly #options: HtmlOptions;

  constructor(options: HtmlOptions) {
    super();
    this.#options = options;
  }

  createHtmlOutput(html: unknown = ''): HtmlOutput {
    return pageOf(String(html), this.#options.switches);
  }

  createHtmlOutputFromFile(fileName: unknown): HtmlOutput {
    return pageOf(this.#file(fileName, 'createHtmlOutputFromFile'), this.#options.switches);
  }

  createTemplate(html: unknown): HtmlTemplate {
    return new HtmlTemplate(String(html), this.#options);
  }

  createTemplateFromFile(fileName: unknown): HtmlTemplate {
    return new HtmlTemplate(this.#file(fileName, 'createTemplateFromFile'), this.#options);
  }

  #file(fileName: unknown, method: string): string {
    if (typeof fileName !== 'string') throw signatureError(`HtmlService.${method}`, [fileName]);
    const { files, execution } = this.#options;
    execution.permit(`HtmlService.${method}`, rules.anonymous);
    const name = fileName.replace(/\.html$/, '');
    const text = Object.hasOwn(files, name) ? files[name] : undefined;
    if (text === undefined) throw new ServiceException(`No HTML file named ${fileName} was found.`);
    return text;
  }
}
