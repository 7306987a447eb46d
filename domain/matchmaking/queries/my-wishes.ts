import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { talkWishes } from "@/db/schema/matchmaking-plans";
import type { Actor } from "@/domain/policy";
import type { Id } from "@/lib/ids";
import type { Card } from "../internal/partners";
import { cardsOf } from "./cards";
import { mySideTaking } from "./sides";

export type MyWish = Card & { wish: (typeof talkWishes.$inferSelect)["wish"] };

/** What the viewer said of others for the plan of an event, oldest first. Nobody else's is in it. */
export async function listMyWishes(viewer: Actor, eventId: Id<"event">): Promise<MyWish[]> {
  const me = await mySideTaking(db(), viewer, eventId);
  if (!me) return [];
  const rows = await db()
    .select({ personId: talkWishes.toPersonId, wish: talkWishes.wish })
    .from(talkWishes)
    .where(and(eq(talkWishes.eventId, eventId), eq(talkWishes.fromPersonId, me), eq(talkWishes.by, "person")))
    .orderBy(asc(talkWishes.createdAt), asc(talkWishes.toPersonId));
  const cardOf = await cardsOf(
    db(),
    rows.map(({ personId }) => ({ eventId, personId })),
  );
  return rows.flatMap(({ personId, wish }): MyWish[] => {
    const card = cardOf(eventId, personId)?.partner;
    return card ? [{ ...card, wish }] : [];
  });
}
