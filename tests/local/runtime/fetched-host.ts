// A host on the network of the runtime, for the tests of UrlFetchApp: it answers by the path, and notes what it was asked.
import type { Host, HostRequest } from '../../../local/runtime/transport';

export const asked: HostRequest[] = [];
export const host: Host = (request) => {
  asked.push(request);
  if (request.path.startsWith('/status/'))
    return { status: Number(request.path.slice(8, 11)), headers: {}, body: `{"error":"${'x'.repeat(300)}"}` };
  if (request.path.startsWith('/gone')) return { fault: 'address' };
  if (request.path.startsWith('/redirect/'))
    return { status: Number(request.path.slice(10, 13)), headers: { Location: '/target' }, body: 'moved' };
  if (request.path === '/loop') return { status: 302, headers: { Location: '/loop' }, body: '' };
  if (request.path === '/away') return { status: 302, headers: { Location: 'https://other.example/target' }, body: '' };
  if (request.path === '/many') return { status: 200, headers: { 'Set-Cookie': ['a=1', 'b=2'], 'x-Lower': 'v' }, body: '' };
  if (request.path === '/1251')
    return { status: 200, headers: { 'Content-Type': 'text/plain; charset=windows-1251' }, body: new Uint8Array([0xcf, 0xf0, 0xe8]) };
  if (request.path === '/slow') return { status: 200, headers: {}, body: '', delayMs: 61_000 };
  return {
    status: 200,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'X-Answer': 'да' },
    body: `${request.method} ${request.path}`,
    delayMs: 300,
  };
};
export const options = { hosts: { 'crm.example': host, 'other.example': host } };
