// Text to compact text and back, by the platform's gzip: what the store and the cache hold. The result is plain ASCII.

/** gzip + base64. */
export function compressed(text: string): string {
  const blob = Utilities.newBlob(text, 'text/plain');
  return Utilities.base64Encode(Utilities.gzip(blob).getBytes());
}

/** The inverse of `compressed`. */
export function decompressed(packed: string): string {
  const blob = Utilities.newBlob(Utilities.base64Decode(packed), 'application/x-gzip');
  return Utilities.ungzip(blob).getDataAsString('UTF-8');
}
