// Notifications and messages that were sent to people of the portal, kept for whoever wants to read them (bitrix24-rest 5.12). It sends nothing.

export interface SentNotification {
  readonly id: number;
  /** The method that sent it. */
  readonly method: string;
  /** `5`, `chat2941`, `sg7`: who gets it. */
  readonly to: string;
  /** The user it comes from; 0: the system. */
  readonly from: number;
  readonly message: string;
  readonly messageOut: string;
  /** A later notification with the same tag replaces it; null: none. */
  readonly tag: string | null;
  readonly subTag: string | null;
  /** ISO time in the portal's offset. */
  readonly sentAt: string;
}

export class Outbox {
  private sent: SentNotification[] = [];
  private lastId = 0;

  /** Adds one and answers its id; of notifications to one person under one tag only the latest stays. */
  add(notification: Omit<SentNotification, 'id'>): number {
    const { tag, to } = notification;
    if (tag !== null) this.sent = this.sent.filter((earlier) => earlier.tag !== tag || earlier.to !== to);
    this.lastId += 1;
    this.sent.push({ ...notification, id: this.lastId });
    return this.lastId;
  }

  /** In the order of sending. */
  all(): readonly SentNotification[] {
    return this.sent;
  }
}
