// Google's Blob: bytes with a content type and a name; bytes reach scripts signed, as in Java.
import { ServiceException, ServiceObject } from '../service';

/** Host bytes of what a script calls bytes (signed or unsigned numbers). */
export function bytesOf(values: readonly unknown[]): Buffer {
  const bytes = Buffer.allocUnsafe(values.length);
  for (const [index, value] of values.entries()) {
    if (typeof value !== 'number') throw new ServiceException(`Cannot convert ${String(value)} to byte.`);
    bytes[index] = value & 255;
  }
  return bytes;
}

/** Bytes as scripts see them: -128..127. */
export const signed = (bytes: Uint8Array): Int8Array => new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Text of bytes in a charset known to the platform; an unknown one throws Google's way. */
export function decoded(bytes: Uint8Array, charset: string): string {
  try {
    return new TextDecoder(charset, { ignoreBOM: true }).decode(bytes);
  } catch {
    throw new ServiceException(`Invalid argument: ${charset}`);
  }
}

export class Blob extends ServiceObject {
  readonly serviceName = 'Utilities.Blob';
  bytes: Buffer;
  contentType: string | null;
  name: string | null;

  constructor(bytes: Uint8Array, contentType: string | null, name: string | null) {
    super();
    this.bytes = Buffer.from(bytes);
    this.contentType = contentType;
    this.name = name;
  }

  getBytes(): Int8Array {
    return signed(this.bytes);
  }

  setBytes(data: unknown): this {
    this.bytes = bytesOf(data as unknown[]);
    return this;
  }

  getDataAsString(charset: unknown = 'UTF-8'): string {
    return decoded(this.bytes, String(charset ?? 'UTF-8'));
  }

  setDataFromString(text: unknown, charset: unknown = 'UTF-8'): this {
    if (!/^utf-?8$/i.test(String(charset ?? 'UTF-8'))) throw new ServiceException(`Invalid argument: ${String(charset)}`);
    this.bytes = Buffer.from(String(text), 'utf8');
    return this;
  }

  getContentType(): string | null {
    return this.contentType;
  }

  setContentType(contentType: unknown): this {
    this.contentType = contentType === null ? null : String(contentType);
    return this;
  }

  getName(): string | null {
    return this.name;
  }

  setName(name: unknown): this {
    this.name = name === null ? null : String(name);
    return this;
  }

  copyBlob(): Blob {
    return new Blob(this.bytes, this.contentType, this.name);
  }

  isGoogleType(): boolean {
    return false;
  }
}
