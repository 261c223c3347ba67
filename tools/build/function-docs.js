// Puts the JSDoc that Google Sheets shows right above each custom function. The text comes from the function catalogue
// (src/functions), in one language, because Sheets has no way to translate it.
import { sourceModule } from './source-module.js';

export function functionDocs(lang) {
  return {
    name: 'function-docs',
    async renderChunk(code, chunk) {
      const { jsdoc } = await sourceModule('src/functions/function-docs.ts');
      let documented = code;
      for (const name of chunk.exports.filter((entry) => /^[A-Z0-9_]+$/.test(entry))) {
        const declaration = new RegExp(`^function ${name}\\(`, 'm');
        if (!declaration.test(documented)) this.error(`${name} is not a function declaration.`);
        documented = documented.replace(declaration, () => `${jsdoc(name, lang)}\nfunction ${name}(`);
      }
      return { code: documented, map: null };
    },
  };
}
