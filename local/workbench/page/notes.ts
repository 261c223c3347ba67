// Notes of cells on the page: a small triangle in the corner and the text when the pointer rests on the cell.
import { Component, xml } from '@odoo/owl';
import { library } from './spreadsheet';

interface Position {
  readonly sheetId: string;
  readonly col: number;
  readonly row: number;
}

/** What the runtime's notes plugin adds to the getters of a model. */
interface NoteGetters {
  getCellNote(position: Position): string;
  getCellNotes(sheetId: string): Readonly<Record<string, string>>;
}

interface Drawing {
  readonly ctx: CanvasRenderingContext2D;
  readonly sheetId: string;
  readonly viewports: {
    getVisibleRect(
      sheetId: string,
      zone: { top: number; bottom: number; left: number; right: number },
    ): { x: number; y: number; width: number; height: number };
  };
}

const side = 7;

class NoteText extends Component<{ text: string; onClosed?: () => void }> {
  static override template = xml`<div class="note-text" t-esc="props.text"/>`;
  static override props = { text: String, onClosed: { type: Function, optional: true } };
  static maxSize = { maxHeight: 320 };
}

/** Registers the triangle and the text; must run before the model is made. */
export function registerNotes(): void {
  const { registries, UIPlugin } = library;

  class NoteMarks extends UIPlugin {
    static override readonly layers = ['Highlights'] as never;
    override drawLayer(context: never): void {
      const { ctx, sheetId, viewports } = context as Drawing;
      for (const place of Object.keys((this.getters as unknown as NoteGetters).getCellNotes(sheetId))) {
        const [row = 0, col = 0] = place.split(',').map(Number);
        const { x, y, width, height } = viewports.getVisibleRect(sheetId, { top: row, bottom: row, left: col, right: col });
        if (width <= 0 || height <= 0) continue;
        ctx.fillStyle = '#f4b400';
        ctx.beginPath();
        ctx.moveTo(x + width - side, y);
        ctx.lineTo(x + width, y);
        ctx.lineTo(x + width, y + side);
        ctx.fill();
      }
    }
  }

  registries.featurePluginRegistry.add('noteMarks', NoteMarks as never);
  registries.cellPopoverRegistry.add('CellNote', {
    onHover: (position: Position, getters: object) => {
      const text = (getters as NoteGetters).getCellNote(position);
      return text === '' ? { isOpen: false } : { isOpen: true, Component: NoteText, props: { text }, cellCorner: 'top-right' };
    },
  } as never);
}
