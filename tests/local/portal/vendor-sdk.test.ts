// Proof by a stranger: the vendor's own SDK loads a portal by each of its ways, over https, in a process of its own that trusts the test's certificate.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { manualClock } from '../../../local/clock';
import { createPortal } from '../../../local/portal/portal';
import { servePortal } from '../../../local/portal/server';
import { makeCertificate } from './certificate';

const application = { clientId: 'local.sdk', clientSecret: 'secret', redirectUri: 'https://app.test/' };
// Ids with holes and sums with kopecks; 10,000 is a whole number of pages, which trips whoever stops at a short page.
const deals = Array.from({ length: 10_000 }, (_, index) => ({ id: index * 3 + 1, opportunity: (index * 37 + 5) / 100 }));
const cents = deals.reduce((sum, deal) => sum + Math.round(deal.opportunity * 100), 0);
const ids = createHash('sha1')
  .update(deals.map((deal) => deal.id).join())
  .digest('hex');

test("the vendor's SDK loads 10,000 deals by each of its ways with equal ids and sums [0 vendor-sdk]", async () => {
  const folder = mkdtempSync(join(tmpdir(), 'portal-sdk-'));
  const certificate = makeCertificate();
  const file = join(folder, 'portal.pem');
  writeFileSync(file, certificate.cert);
  // The SDK compares the end of its tokens with the clock of its machine.
  const clock = manualClock(Date.now());
  const portal = createPortal({ data: { portal: { app: application }, deals }, clock, rate: 100_000, burst: 100_000, requireHttps: true });
  const server = await servePortal(portal, { port: 0, tls: certificate });
  try {
    const oauth = {
      params: {
        applicationToken: '',
        ...expiredTokens(portal, server.origin),
        expires: Math.floor(Date.now() / 1000) + 3600,
        expiresIn: 3600,
        scope: 'crm',
        domain: server.origin,
        clientEndpoint: `${server.origin}/rest/`,
        serverEndpoint: `${server.origin}/rest/`,
        memberId: 'member',
        userId: 1,
        status: 'L',
      },
      secret: { clientId: application.clientId, clientSecret: application.clientSecret },
    };
    clock.advance(3_600_000);
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [join(__dirname, 'vendor-sdk-walks.mjs'), server.url, JSON.stringify(oauth)],
      { env: { PATH: process.env['PATH'], NODE_EXTRA_CA_CERTS: file, NO_PROXY: '127.0.0.1' } },
    );
    const seen = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Record<string, unknown>;
    expect(Object.keys(seen)).toHaveLength(15);
    // The one refusal is the dead token, which the SDK then refreshed.
    expect(portal.stats().rejected).toBe(1);
    expect(Object.values(seen)).toEqual(Object.keys(seen).map(() => ({ rows: 10_000, ids, cents })));
  } finally {
    await server.close();
    rmSync(folder, { recursive: true });
  }
}, 60_000);

/** Tokens got as an application gets them: a person agrees, the code is exchanged. */
function expiredTokens(portal: ReturnType<typeof createPortal>, origin: string): { accessToken: string; refreshToken: string } {
  const host = origin.replace('https://', '');
  const request = { method: 'GET', headers: { host }, body: '' };
  const agreed = portal.handle({ ...request, path: `/oauth/authorize/?client_id=${application.clientId}&state=s` });
  const code = new URL(agreed.headers['location'] ?? '').searchParams.get('code');
  const path = `/oauth/token/?grant_type=authorization_code&client_id=${application.clientId}&client_secret=${application.clientSecret}&code=${code}`;
  const tokens = JSON.parse(portal.handle({ ...request, path }).body) as Record<string, string>;
  return { accessToken: tokens['access_token'] ?? '', refreshToken: tokens['refresh_token'] ?? '' };
}
