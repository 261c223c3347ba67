// Help.html: the rows of the sheet «Справка» in both languages as JSON. Apart from Code.js, so that no cell pays for it; read only when the sheet is asked for.
import { sourceModule } from './source-module.js';

export function helpPage() {
  return {
    name: 'help-page',
    async generateBundle() {
      const { helpRows } = await sourceModule('src/functions/function-docs.ts');
      // "<" would be markup to whoever reads the file as a page.
      const source = JSON.stringify({ ru: helpRows('ru'), en: helpRows('en') }).replace(/</g, '\\u003c');
      this.emitFile({ type: 'asset', fileName: 'Help.html', source });
    },
  };
}
