// The pasted webhook: what is forgiven, what is refused and with which sentence.
import { readWebhook } from '../../src/bitrix24/webhook';

const read = { portal: 'acme.bitrix24.ru', userId: 12, base: 'https://acme.bitrix24.ru/rest/12/abc0def1ghi2/' };

describe('a webhook address', () => {
  it.each([
    ['https://acme.bitrix24.ru/rest/12/abc0def1ghi2/'],
    ['  https://acme.bitrix24.ru/rest/12/abc0def1ghi2  \n'],
    ['https://ACME.bitrix24.ru/rest/12/abc0def1ghi2/profile.json'],
    ['https://acme.bitrix24.ru/rest/12/abc0def1ghi2/crm.deal.list?start=0'],
    ['«https://acme.bitrix24.ru/rest/12/abc0def1ghi2/»'],
    ['https://acme.bitrix24.ru//rest/12//abc0def1ghi2/'],
  ])('is read from %j', (pasted) => {
    expect(readWebhook(pasted)).toEqual(read);
  });

  it.each([
    ['http://127.0.0.1:8124/rest/1/demo0secret0code/', '127.0.0.1:8124'],
    ['http://localhost:80/rest/1/demo0secret0code/', 'localhost:80'],
    ['http://[::1]:9000/rest/1/demo0secret0code/', '[::1]:9000'],
  ])('may be plain http on loopback: %s', (pasted, portal) => {
    expect(readWebhook(pasted)).toEqual({ portal, userId: 1, base: `http://${portal}/rest/1/demo0secret0code/` });
  });

  it.each([
    ['', 'webhookNotUrl'],
    ['acme.bitrix24.ru/rest/1/code/', 'webhookNotUrl'],
    ['https://acme.bitrix24.ru/rest/1/co de/', 'webhookNotUrl'],
    ['https://user:pass@acme.bitrix24.ru/rest/1/abcdef/', 'webhookNotUrl'],
    ['http://acme.bitrix24.ru/rest/1/abcdef/', 'webhookNotHttps'],
    ['http://127.0.0.1.evil.example/rest/1/abcdef/', 'webhookNotHttps'],
    ['ftp://acme.bitrix24.ru/rest/1/abcdef/', 'webhookNotHttps'],
    ['https://acme.bitrix24.ru/oauth/authorize/?client_id=x', 'webhookOauth'],
    ['https://acme.bitrix24.ru/rest/', 'webhookOauth'],
    ['https://acme.bitrix24.ru/rest/crm.deal.list', 'webhookOauth'],
    ['https://acme.bitrix24.ru/crm/deal/', 'webhookPath'],
    ['https://acme.bitrix24.ru/rest/api/1/abcdef/', 'webhookPath'],
    ['https://acme.bitrix24.ru/rest/abc/def/', 'webhookUser'],
    ['https://acme.bitrix24.ru/rest/12/', 'webhookCode'],
    ['https://acme.bitrix24.ru/rest/12/profile.json', 'webhookCode'],
  ])('%j is refused as %s, without the text in the error', (pasted, key) => {
    let thrown: unknown;
    try {
      readWebhook(pasted);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toMatchObject({ kind: 'settings', key, params: {} });
  });
});
