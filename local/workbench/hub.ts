// The one order of changes of a workbook that several models share: the worker's own and those of the pages.
// It knows revision ids and who listens, not what a change means.

/** A message of the engine's collaboration, as far as the hub reads it. */
export interface SharedMessage {
  readonly type: string;
  /** Present in everything that changes the workbook. */
  readonly nextRevisionId?: string;
  readonly serverRevisionId?: string;
  /** The change that is taken back, or done again. */
  readonly undoneRevisionId?: string;
  readonly redoneRevisionId?: string;
}

type Listener = (message: SharedMessage) => void;

/** What a Model calls its transport service. */
export interface Transport {
  onNewMessage(id: string, listener: Listener): void;
  leave(id: string): void;
  sendMessage(message: SharedMessage): Promise<void>;
}

export interface Hub {
  /** The transport of the worker's own model. */
  readonly transport: Transport;
  /** A change made on a page. One made on an older revision is dropped: the page rebases it on what it has yet to receive and sends it again. */
  receive(message: SharedMessage): void;
  /**
   * From now on the page receives every accepted change, its own included. Answers how to stop. A change that was made before and is taken back now is one the
   * page cannot follow: it receives nothing more, `behind` is called, and the page must start from the file anew.
   */
  follow(send: Listener, behind: () => void): () => void;
}

interface Page {
  readonly send: Listener;
  readonly behind: () => void;
  /** How many changes its copy of the file held already. */
  readonly since: number;
}

/** A hub for one model. Pages start from the model's exported data and follow from there. */
export function createHub(): Hub {
  let revision: string | undefined;
  let own: Listener = () => {};
  /** Accepted changes by their place in the order. */
  const order = new Map<string, number>();
  const pages = new Set<Page>();

  const accept = (message: SharedMessage): void => {
    // Where others' cursors are is not shared: the workbench has one person.
    if (message.nextRevisionId === undefined) return;
    if (revision !== undefined && message.serverRevisionId !== revision) return;
    revision = message.nextRevisionId;
    order.set(revision, order.size);
    const revisited = message.undoneRevisionId ?? message.redoneRevisionId;
    const place = revisited === undefined ? Number.POSITIVE_INFINITY : (order.get(revisited) ?? -1);
    // Pages first: applying the message may make the model answer with a change of its own, which must reach them later.
    for (const page of pages) {
      if (place >= page.since) page.send(message);
      else {
        pages.delete(page);
        page.behind();
      }
    }
    own(message);
  };

  return {
    transport: {
      onNewMessage: (_id, listener) => {
        own = listener;
      },
      leave: () => {
        own = () => {};
      },
      sendMessage: async (message) => accept(message),
    },
    receive: accept,
    follow: (send, behind) => {
      const page: Page = { send, behind, since: order.size };
      pages.add(page);
      return () => pages.delete(page);
    },
  };
}
