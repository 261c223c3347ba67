// Sentences about the portal, the network and the load.
import type { Sentence } from './sentence';

export const portalErrors = {} as const satisfies Record<string, Sentence>;
