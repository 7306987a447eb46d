import type { Page } from "@playwright/test";
import { z } from "zod";
import type { Bots } from "../fixtures/bots";
import type { Visitor } from "../fixtures/visitor";
import { eventIdOf } from "../security/registering-over-http";
import { registers } from "./office";

const headers = { accept: "application/json" };
const NAMES = [
  "Mareike Vogt",
  "Jan-Henrik Lindemann",
  "Ayşe Demirbaş-Hoffmann",
  "Tomasz Wiśniewski",
  "Lena Brandstätter",
] as const;

const place = z.object({
  target: z.object({
    epoch: z.tuple([z.int(), z.number()]),
    room: z.object({ kind: z.string() }),
    ...{ url: z.string(), token: z.string() },
  }),
});
const person = z.object({ admissionId: z.string(), name: z.string() });
const roundList = z.object({
  rounds: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      state: z.string(),
      networking: z.object({ id: z.string() }).nullable(),
      rooms: z.array(z.object({ people: z.array(person) })),
      unassigned: z.array(person),
    }),
  ),
});

/** Somebody who is in the room without a browser: the product takes them for there, and LiveKit has them. */
export type Attendee = { name: string; tab: string; visitor: Visitor };

/** Registers five people for a live event and lets them in. */
export async function attendeesOf(slug: string): Promise<Attendee[]> {
  const event = { id: await eventIdOf(slug), slug, page: "" };
  const attendees: Attendee[] = [];
  for (const [at, name] of NAMES.entries()) {
    const { visitor } = await registers(event, { name, organisation: "Messwerk Oberland GmbH" });
    attendees.push({ name, tab: `tab-of-number-${at}`, visitor });
  }
  return attendees;
}

/** As their browser would: comes, goes to where the rows send them, and says that it is there. */
export async function goes(slug: string, { name, tab, visitor }: Attendee, bots: Bots): Promise<string> {
  const { text } = await visitor.ask(`/api/rooms/${slug}/join`, { json: { tab }, headers });
  const { data } = place.safeParse(JSON.parse(text));
  if (!data) return "nowhere";
  const { target } = data;
  await bots.enter(name, target);
  await visitor.ask(`/api/rooms/${slug}/arrived`, { json: { tab, epoch: target.epoch }, headers });
  return target.room.kind;
}

/** What a host's page asks of the room's doors, from inside that page. */
export class HostDesk {
  constructor(
    private readonly page: Page,
    private readonly slug: string,
  ) {}

  async act(path: string, body: object): Promise<void> {
    const status = await this.page.evaluate(
      async ([to, json]) => {
        const type = { "content-type": "application/json" };
        return (await fetch(to, { method: "POST", headers: type, body: json })).status;
      },
      [`/api/rooms/${this.slug}/${path}`, JSON.stringify(body)] as const,
    );
    if (status >= 400) throw new Error(`${path} was refused: ${status}`);
  }

  async rounds() {
    const path = `/api/rooms/${this.slug}/rounds`;
    const found: unknown = await this.page.evaluate(async (from) => (await fetch(from)).json(), path);
    return roundList.parse(found).rounds;
  }

  /** A set that is known by its title. */
  async set(title: string) {
    const found = (await this.rounds()).find((round) => round.title === title);
    if (!found) throw new Error(`no set is called ${title}`);
    return found;
  }
}
