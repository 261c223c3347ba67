// The engine's saved form of a model. The library's own `exportData` builds a second model from what it wrote and calculates everything again to see
// whether its shorter notation of formulas can be read back; the longer notation needs no such proof and is several times faster for big sheets.

/** What the library's model has and its types hide. */
interface Exporting {
  _exportData(shorter: boolean): unknown;
}

/** The data a new model is made from: of the workbook's file, and of a page that opens. */
export function modelData(model: object): unknown {
  return (model as Exporting)._exportData(false);
}
