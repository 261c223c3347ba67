// Utilities: dates, texts, digests, base64, gzip, blobs, sleep (apps-script reference, 8). Bytes go out signed.
import { createHash, createHmac, randomUUID } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { type EnumValue, type Execution, enumGroup, ServiceException, ServiceObject, signatureError } from '../service';
import type { Switches } from '../switches';
import { Blob, bytesOf, signed } from './blob';
import { formattedDate } from './date-format';
import { parsedDate } from './date-parse';
import { csvRows, formattedString } from './text-format';

const digestAlgorithms = enumGroup('Utilities.DigestAlgorithm', ['MD2', 'MD5', 'SHA_1', 'SHA_256', 'SHA_384', 'SHA_512']);
const macAlgorithms = enumGroup('Utilities.MacAlgorithm', ['HMAC_MD5', 'HMAC_SHA_1', 'HMAC_SHA_256', 'HMAC_SHA_384', 'HMAC_SHA_512']);
const charsets = enumGroup('Utilities.Charset', ['US_ASCII', 'UTF_8']);

export interface UtilitiesOptions {
  readonly execution: Execution;
  /** Lets the time of a sleep pass, ms. */
  readonly sleep: (ms: number) => void;
  readonly switches: Switches;
}

/** The `Utilities` global. */
export class Utilities extends ServiceObject {
  readonly serviceName = 'Utilities';
  readonly DigestAlgorithm = digestAlgorithms;
  readonly MacAlgorithm = macAlgorithms;
  readonly Charset = charsets;
  readonly #options: UtilitiesOptions;

  constructor(options: UtilitiesOptions) {
    super();
    this.#options = options;
  }

  formatDate(...args: unknown[]): string {
    const [date, timeZone, format] = args;
    if (!(date instanceof Date) || typeof timeZone !== 'string' || typeof format !== 'string')
      throw signatureError('Utilities.formatDate', args);
    this.#charge();
    return formattedDate(date.getTime(), timeZone, format);
  }

  /** Throws on a text that does not fit (8). */
  parseDate(...args: unknown[]): Date {
    const [date, timeZone, format] = args;
    if (typeof date !== 'string' || typeof timeZone !== 'string' || typeof format !== 'string')
      throw signatureError('Utilities.parseDate', args);
    this.#charge();
    return new Date(parsedDate(date, timeZone, format));
  }

  formatString(template: unknown, ...values: unknown[]): string {
    this.#charge();
    return formattedString(String(template), values);
  }

  parseCsv(csv: unknown, delimiter: unknown = ','): string[][] {
    this.#charge();
    return csvRows(String(csv), String(delimiter));
  }

  base64Encode(data: unknown, charset: unknown = null): string {
    return this.#bytes('base64Encode', data, charset).toString('base64');
  }

  base64EncodeWebSafe(data: unknown, charset: unknown = null): string {
    const text = this.#bytes('base64EncodeWebSafe', data, charset).toString('base64');
    return text.replaceAll('+', '-').replaceAll('/', '_');
  }

  base64Decode(encoded: unknown, _charset: unknown = null): Int8Array {
    this.#charge();
    const text = String(encoded).replace(/\s/g, '');
    if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text)) throw new ServiceException('Could not decode string.');
    return signed(Buffer.from(text, 'base64'));
  }

  base64DecodeWebSafe(encoded: unknown, _charset: unknown = null): Int8Array {
    this.#charge();
    const text = String(encoded).replace(/\s/g, '');
    if (!/^[A-Za-z0-9_-]*={0,2}$/.test(text)) throw new ServiceException('Could not decode string.');
    return signed(Buffer.from(text, 'base64url'));
  }

  computeDigest(algorithm: unknown, value: unknown, charset: unknown = null): Int8Array {
    const name = chosenName(digestAlgorithms, algorithm);
    if (name === null) throw signatureError('Utilities.computeDigest', [algorithm, value]);
    if (name === 'MD2') throw new ServiceException('Utilities.DigestAlgorithm.MD2 is not implemented in the local runtime');
    const hash = createHash(name.replace('_', '').toLowerCase()).update(this.#bytes('computeDigest', value, charset));
    return signed(hash.digest());
  }

  computeHmacSha256Signature(value: unknown, key: unknown, charset: unknown = null): Int8Array {
    const secret = this.#bytes('computeHmacSha256Signature', key, charset);
    return signed(
      createHmac('sha256', secret)
        .update(this.#bytes('computeHmacSha256Signature', value, charset))
        .digest(),
    );
  }

  computeHmacSignature(algorithm: unknown, value: unknown, key: unknown, charset: unknown = null): Int8Array {
    const name = chosenName(macAlgorithms, algorithm);
    if (name === null) throw signatureError('Utilities.computeHmacSignature', [algorithm, value, key]);
    const secret = this.#bytes('computeHmacSignature', key, charset);
    const hash = name.slice('HMAC_'.length).replace('_', '').toLowerCase();
    return signed(
      createHmac(hash, secret)
        .update(this.#bytes('computeHmacSignature', value, charset))
        .digest(),
    );
  }

  getUuid(): string {
    this.#charge();
    return randomUUID();
  }

  newBlob(...args: unknown[]): Blob {
    const [data, contentType = null, name = null] = args;
    if (typeof data !== 'string' && !Array.isArray(data)) throw signatureError('Utilities.newBlob', args);
    const bytes = typeof data === 'string' ? Buffer.from(data, 'utf8') : bytesOf(data);
    const type = contentType === null ? (typeof data === 'string' ? 'text/plain' : null) : String(contentType);
    return new Blob(bytes, type, name === null ? null : String(name));
  }

  gzip(blob: unknown, name: unknown = null): Blob {
    if (!(blob instanceof Blob)) throw signatureError('Utilities.gzip', [blob]);
    this.#charge();
    return new Blob(gzipSync(blob.bytes), 'application/x-gzip', name === null ? `${blob.name ?? 'archive'}.gz` : String(name));
  }

  ungzip(blob: unknown): Blob {
    if (!(blob instanceof Blob)) throw signatureError('Utilities.ungzip', [blob]);
    this.#charge();
    if (this.#options.switches.ungzipNeedsContentType && blob.contentType !== 'application/x-gzip')
      throw new ServiceException('Could not decompress gzip.');
    try {
      return new Blob(gunzipSync(blob.bytes), null, blob.name?.replace(/\.gz$/, '') ?? null);
    } catch {
      throw new ServiceException('Could not decompress gzip.');
    }
  }

  sleep(milliseconds: unknown): void {
    const ms = Number(milliseconds);
    if (!(ms >= 0) || ms > this.#options.switches.longestSleepMs) throw new ServiceException(`Invalid argument: ${String(milliseconds)}`);
    this.#options.sleep(ms);
  }

  #charge(): void {
    this.#options.execution.charge('utilities.call');
  }

  /** Bytes of a text (in the charset asked for, else the default, which no source states) or of a byte array. */
  #bytes(method: string, data: unknown, charset: unknown): Buffer {
    this.#charge();
    if (Array.isArray(data)) return bytesOf(data);
    if (data instanceof Blob && method.startsWith('base64')) return data.bytes;
    if (typeof data !== 'string') throw signatureError(`Utilities.${method}`, [data]);
    const isAscii = charset === null ? this.#options.switches.defaultCharset === 'US_ASCII' : charset === charsets.US_ASCII;
    return isAscii ? Buffer.from(data.replace(/[^\0-\x7f]/gu, '?'), 'latin1') : Buffer.from(data, 'utf8');
  }
}

function chosenName(group: object, value: unknown): string | null {
  const found = Object.entries(group).find(([name, item]) => /^[A-Z]/.test(name) && item === value);
  return found === undefined ? null : (found[1] as EnumValue).name;
}
