// An emulated Bitrix24 portal: the way of one request from the front end to the method and back. It knows no socket and no time but its clock.
import type { Portal, PortalOptions } from './contract';

export type { Portal, PortalOptions, PortalRequest, PortalResponse, PortalStats } from './contract';
export type { FaultRule } from './faults';
export type { PortalChange, PortalFile } from './portal-file';

/** Makes a portal over the records of a portal file. Deterministic: equal requests at equal clock times give equal answers. */
export function createPortal(_options: PortalOptions): Portal {
  throw new Error('createPortal: coming with the next commit.');
}
