// Demo.html: records of an invented company in both languages, for people who have no portal at hand. Apart from Code.js, so that no cell pays for it; read only
// when somebody asks for it.
import { sourceModule } from './source-module.js';

export function demoPage() {
  return {
    name: 'demo-page',
    async generateBundle() {
      const { packedDemo } = await sourceModule('tools/build/demo-records.ts', 'node');
      // "<" would be markup to whoever reads the file as a page.
      const source = JSON.stringify({ ru: packedDemo('ru'), en: packedDemo('en') }).replace(/</g, '\\u003c');
      this.emitFile({ type: 'asset', fileName: 'Demo.html', source });
    },
  };
}
