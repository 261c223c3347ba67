// The look of a cell in Google's words, and its translation to the engine's style.

export interface CellAttributes {
  /** Google's pattern; `''` is automatic. */
  readonly numberFormat: string;
  readonly background: string;
  readonly fontColor: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly strikethrough: boolean;
  readonly fontSize: number;
  readonly fontFamily: string;
  readonly horizontalAlignment: string;
  readonly verticalAlignment: string;
  readonly wrap: 'OVERFLOW' | 'WRAP' | 'CLIP';
  readonly rotation: number;
}

/** A change of some attributes; a key set to undefined goes back to the default. */
export type AttributeChange = { readonly [K in keyof CellAttributes]?: CellAttributes[K] | undefined };

export const DEFAULT_ATTRIBUTES: CellAttributes = {
  numberFormat: '',
  background: '#ffffff',
  fontColor: '#000000',
  bold: false,
  italic: false,
  underline: false,
  strikethrough: false,
  fontSize: 10,
  fontFamily: 'Arial',
  horizontalAlignment: 'general',
  verticalAlignment: 'bottom',
  wrap: 'OVERFLOW',
  rotation: 0,
};

/** The engine's style record. */
export interface EngineStyle {
  bold?: boolean | undefined;
  italic?: boolean | undefined;
  underline?: boolean | undefined;
  strikethrough?: boolean | undefined;
  fillColor?: string | undefined;
  textColor?: string | undefined;
  fontSize?: number | undefined;
  align?: 'left' | 'center' | 'right' | undefined;
  verticalAlign?: 'top' | 'middle' | 'bottom' | undefined;
  wrapping?: 'overflow' | 'wrap' | 'clip' | undefined;
  rotation?: number | undefined;
}

/** The part of a change that is style, in the engine's words. The font family is not among them: the engine has one font. */
export function engineStyle(change: AttributeChange): EngineStyle {
  const style: EngineStyle = {};
  if ('bold' in change) style.bold = change.bold || undefined;
  if ('italic' in change) style.italic = change.italic || undefined;
  if ('underline' in change) style.underline = change.underline || undefined;
  if ('strikethrough' in change) style.strikethrough = change.strikethrough || undefined;
  if ('background' in change) style.fillColor = change.background === '#ffffff' ? undefined : change.background;
  if ('fontColor' in change) style.textColor = change.fontColor === '#000000' ? undefined : change.fontColor;
  if ('fontSize' in change) style.fontSize = change.fontSize;
  if ('rotation' in change) style.rotation = change.rotation ? (-change.rotation * Math.PI) / 180 : undefined;
  if ('wrap' in change) style.wrapping = change.wrap?.toLowerCase() as EngineStyle['wrapping'];
  if ('horizontalAlignment' in change) style.align = horizontal(change.horizontalAlignment);
  if ('verticalAlignment' in change) style.verticalAlign = change.verticalAlignment as EngineStyle['verticalAlign'];
  return style;
}

function horizontal(alignment: string | undefined): EngineStyle['align'] {
  return alignment === 'left' || alignment === 'center' || alignment === 'right' ? alignment : undefined;
}

/** An engine style in Google's words. */
export function googleAttributes(style: EngineStyle, numberFormat: string, fontFamily: string): CellAttributes {
  return {
    numberFormat,
    background: style.fillColor?.toLowerCase() || DEFAULT_ATTRIBUTES.background,
    fontColor: style.textColor?.toLowerCase() || DEFAULT_ATTRIBUTES.fontColor,
    bold: style.bold ?? false,
    italic: style.italic ?? false,
    underline: style.underline ?? false,
    strikethrough: style.strikethrough ?? false,
    fontSize: style.fontSize ?? DEFAULT_ATTRIBUTES.fontSize,
    fontFamily,
    horizontalAlignment: style.align ?? DEFAULT_ATTRIBUTES.horizontalAlignment,
    verticalAlignment: style.verticalAlign ?? DEFAULT_ATTRIBUTES.verticalAlignment,
    wrap: (style.wrapping?.toUpperCase() ?? DEFAULT_ATTRIBUTES.wrap) as CellAttributes['wrap'],
    rotation: style.rotation ? Math.round((-style.rotation * 180) / Math.PI) : 0,
  };
}

const NAMED: Readonly<Record<string, string>> = {
  white: '#ffffff',
  black: '#000000',
  red: '#ff0000',
  green: '#008000',
  blue: '#0000ff',
  yellow: '#ffff00',
  orange: '#ffa500',
  gray: '#808080',
  grey: '#808080',
  lightgray: '#d3d3d3',
  lightgrey: '#d3d3d3',
  darkgray: '#a9a9a9',
  purple: '#800080',
  pink: '#ffc0cb',
  lightgreen: '#90ee90',
  lightblue: '#add8e6',
  navy: '#000080',
  teal: '#008080',
  silver: '#c0c0c0',
  gold: '#ffd700',
  brown: '#a52a2a',
};

/** A CSS colour as `#rrggbb`; undefined for what Google ignores. */
export function hexColor(color: string): string | undefined {
  const text = color.trim().toLowerCase();
  if (/^#[0-9a-f]{6}$/.test(text)) return text;
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(text);
  if (short) return `#${short[1]}${short[1]}${short[2]}${short[2]}${short[3]}${short[3]}`;
  const rgb = /^rgb\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*\)$/.exec(text);
  if (rgb)
    return `#${rgb
      .slice(1)
      .map((part) => Math.min(255, Number(part)).toString(16).padStart(2, '0'))
      .join('')}`;
  return NAMED[text];
}
