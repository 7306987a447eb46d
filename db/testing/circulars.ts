import type { Actor } from "@/domain/policy";
import { db } from "../client";
import { circulars, mailSettings } from "../schema/notifications";
import { organizerActor } from "./actors";
import { aDesk } from "./agenda";
import { aNetwork, anOrganizer } from "./makers";

type Values = Partial<typeof circulars.$inferInsert>;

/** A message to the confirmed people of an event, written by its organizer; `second` is a colleague of the same office. */
export async function aCircular({ review = false, ...values }: Values & { review?: boolean } = {}) {
  const network = await aNetwork();
  const [author, colleague] = [await anOrganizer(network), await anOrganizer(network)];
  const { event, strangers } = await aDesk({ network });
  if (review) await db().insert(mailSettings).values({ eventId: event.id, review });
  const row = {
    authorId: author.id,
    statuses: ["confirmed" as const],
    subjectDe: "Neues zu {event}",
    bodyDe: "Guten Tag {name},\n\nes geht los.",
    ...values,
    eventId: event.id,
  };
  const [circular] = await db().insert(circulars).values(row).returning();
  if (!circular) throw new Error("no message was stored");
  const ids = { eventId: event.id, circularId: circular.id };
  const second: Actor = organizerActor(colleague, network);
  return { network, event, circular, ids, author, actor: organizerActor(author, network), second, strangers };
}
