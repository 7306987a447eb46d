import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { registrations } from "@/db/schema/registration";
import { taxonomyIn } from "@/domain/board/queries/taxonomy";
import type { Actor } from "@/domain/policy";
import type { Id } from "@/lib/ids";
import { now as clockNow } from "@/lib/time/clock";
import { findWindow } from "../internal/bookings";
import { type Card, partnersFor, type TalkPartner } from "../internal/partners";
import { isApart } from "../rules";
import { apartFrom } from "./profiles";
import { allianceOf, ownedBy, sideColumns, takingTalks } from "./sides";

type EventId = Id<"event">;

/**
 * People to talk to in an event, best matches first. Only for those who opted in, and only people who opted in:
 * nobody else appears, is counted or can be guessed.
 */
export async function listTalkPartners(
  viewer: Actor,
  eventId: EventId,
  now = clockNow(),
): Promise<TalkPartner[]> {
  const reader = db();
  const sides = await reader
    .select({ ...sideColumns, mine: sql<boolean>`${ownedBy(viewer)}` })
    .from(registrations)
    .where(takingTalks(eventId));
  const me = sides.find((side) => side.mine)?.personId;
  const window = await findWindow(reader, eventId);
  if (!me || !window) return [];
  const [apart, taxonomy] = [
    await apartFrom(reader, me),
    await taxonomyIn(await allianceOf(reader, eventId), reader),
  ];
  if (apart.noTalks.has(me)) return [];
  const mine = sides.find(({ personId }) => personId === me);
  const others = sides.flatMap(({ personId, name, organisation }): Card[] =>
    personId && personId !== me && !isApart(apart, mine, { personId, organisation })
      ? [{ personId, name, organisation }]
      : [],
  );
  return partnersFor(reader, { eventId, me, others, window, now, taxonomy });
}
