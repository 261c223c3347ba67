// Who buys: companies and contact persons, made in the order they turn up, and the pool of those who have bought before.
import { INDUSTRY_CODES } from './directory';
import type { CompanyRecord, ContactRecord } from './portal-shape';
import { DAY, dayOf, timeText } from './portal-time';
import { randomStream } from './random';
import type { Words } from './words';

/** A buyer: company and contact by id, 0 for none. `old` bought before the data begins. */
export interface Client {
  readonly company: number;
  readonly contact: number;
  readonly label: string;
  readonly old: boolean;
}

/** What is known when a client turns up. */
export interface Meeting {
  readonly time: number;
  readonly manager: number;
  readonly lead: number | null;
  readonly source: string | null;
}

export interface ClientBook {
  readonly companies: CompanyRecord[];
  readonly contacts: ContactRecord[];
  newCompany(meeting: Meeting, old?: boolean): Client;
  newPerson(meeting: Meeting): Client;
  /** A company met before; `undefined` while there is none. */
  knownCompany(): Client | undefined;
  knownPerson(): Client | undefined;
  /** Remembers that the client pays at a moment; from ten days later he may come back. */
  buys(client: Client, time: number): void;
  /** Somebody who has bought by that moment; calls must come in ascending time. */
  returning(time: number): Client | undefined;
  /** A person's names for a lead, before he is a contact. */
  personName(): { name: string; lastName: string };
}

export function clientBook(words: Words, seed: number): ClientBook {
  const random = randomStream(seed, 'clients');
  const companies: CompanyRecord[] = [];
  const contacts: ContactRecord[] = [];
  const firms: Client[] = [];
  const people: Client[] = [];
  const pool: Client[] = [];
  const comingBack = new Map<number, Client[]>();
  let releasedUntil = Number.NEGATIVE_INFINITY;
  const titles = new Set<string>();

  const personName = (): { name: string; lastName: string } => {
    const man = random.chance(0.6);
    return { name: random.pick(man ? words.menNames : words.womenNames), lastName: random.pick(words.surnames)[man ? 0 : 1] };
  };
  const companyTitle = (): string => {
    for (let attempt = 0; ; attempt++) {
      const core = random.pick(words.companyStarts) + words.companyGlue + random.pick(words.companyEnds);
      const plain = random.pick(words.companyForms).replace('{}', core);
      const title = attempt < 3 ? plain : `${plain}, ${random.pick(words.cities)}${attempt < 6 ? '' : ` ${companies.length}`}`;
      if (titles.has(title)) continue;
      titles.add(title);
      return title;
    }
  };
  const addContact = (meeting: Meeting, company: number): ContactRecord => {
    const contact: ContactRecord = {
      id: contacts.length + 1,
      ...personName(),
      post: company > 0 ? random.pick(words.posts) : null,
      typeId: 'CLIENT',
      companyId: company,
      sourceId: meeting.source,
      leadId: meeting.lead,
      assignedById: meeting.manager,
      opened: 'Y',
      hasPhone: 'Y',
      hasEmail: random.chance(0.7) ? 'Y' : 'N',
      categoryId: 0,
      createdTime: timeText(meeting.time),
      updatedTime: timeText(meeting.time),
    };
    contacts.push(contact);
    return contact;
  };
  const release = (until: number): void => {
    const last = dayOf(until);
    for (let day = Math.max(releasedUntil + 1, Math.min(...comingBack.keys(), last + 1)); day <= last; day++) {
      pool.push(...(comingBack.get(day) ?? []));
      comingBack.delete(day);
    }
    releasedUntil = last;
  };

  return {
    companies,
    contacts,
    personName,
    newCompany(meeting, old = false) {
      const id = companies.length + 1;
      const title = companyTitle();
      companies.push({
        id,
        title,
        typeId: 'CUSTOMER',
        industry: random.pick(INDUSTRY_CODES),
        assignedById: meeting.manager,
        leadId: meeting.lead,
        isMyCompany: 'N',
        opened: 'Y',
        categoryId: 0,
        createdTime: timeText(meeting.time),
        updatedTime: timeText(meeting.time),
        lastActivityTime: timeText(meeting.time),
      });
      const client: Client = { company: id, contact: addContact(meeting, id).id, label: title, old };
      firms.push(client);
      if (old) pool.push(client);
      return client;
    },
    newPerson(meeting) {
      const contact = addContact(meeting, 0);
      const client: Client = { company: 0, contact: contact.id, label: `${contact.lastName} ${contact.name}`, old: false };
      people.push(client);
      return client;
    },
    knownCompany: () => (firms.length > 0 ? firms[firms.length - 1 - Math.floor(firms.length * random.next() ** 1.6)] : undefined),
    knownPerson: () => (people.length > 0 ? random.pick(people) : undefined),
    buys(client, time) {
      const day = Math.max(dayOf(time + random.between(10, 45) * DAY), releasedUntil + 1);
      const list = comingBack.get(day);
      if (list) list.push(client);
      else comingBack.set(day, [client]);
    },
    returning(time) {
      if (dayOf(time) > releasedUntil) release(time);
      // Some clients come back again and again: the early part of the pool is drawn more often.
      return pool.length > 0 ? pool[Math.floor(pool.length * random.next() ** 1.3)] : undefined;
    },
  };
}
