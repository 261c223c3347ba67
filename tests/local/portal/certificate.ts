// A throw-away certificate for 127.0.0.1, made anew for each run: a small DER writer around node:crypto, because a bare machine has no openssl.
import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** PEM texts of a key and of the certificate it signs itself. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

const element = (tag: number, ...parts: Uint8Array[]): Buffer => {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
};

const sequence = (...parts: Uint8Array[]): Buffer => element(0x30, ...parts);
const oid = (hex: string): Buffer => element(0x06, Buffer.from(hex, 'hex'));
const bits = (content: Uint8Array): Buffer => element(0x03, Buffer.from([0]), content);
const time = (date: Date): Buffer => element(0x18, Buffer.from(`${date.toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z`));
const extension = (id: string, content: Buffer): Buffer => sequence(oid(id), element(0x04, content));

const ecdsaWithSha256 = sequence(oid('2a8648ce3d040302'));
// CN=127.0.0.1
const name = sequence(element(0x31, sequence(oid('550403'), element(0x0c, Buffer.from('127.0.0.1')))));
// Subject alternative name: the IP address. Basic constraints: it may sign itself.
const extensions = element(
  0xa3,
  sequence(
    extension('551d11', sequence(element(0x87, Buffer.from([127, 0, 0, 1])))),
    extension('551d13', sequence(element(0x01, Buffer.from([0xff])))),
  ),
);

/** Makes a certificate that is valid for a day around now. */
export function makeCertificate(): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const day = 86_400_000;
  const body = sequence(
    element(0xa0, element(0x02, Buffer.from([2]))),
    element(0x02, Buffer.concat([Buffer.from([0x01]), randomBytes(8)])),
    ecdsaWithSha256,
    name,
    sequence(time(new Date(Date.now() - day)), time(new Date(Date.now() + day))),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    extensions,
  );
  const der = sequence(body, ecdsaWithSha256, bits(sign('sha256', body, privateKey)));
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`,
  };
}
