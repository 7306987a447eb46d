import { and, eq } from "drizzle-orm";
import { talkWishes } from "@/db/schema/matchmaking-plans";
import type { Context } from "@/domain/kernel/context";

type Row = typeof talkWishes.$inferSelect;
type Whose = Pick<Row, "eventId" | "fromPersonId" | "toPersonId" | "by">;

/** Writes what somebody says of a talk of these two, in place of what they said before; takes it back where it is null. */
export async function storeWish(
  { tx, now }: Pick<Context, "tx" | "now">,
  whose: Whose,
  wish: Row["wish"] | null,
): Promise<void> {
  const { eventId, fromPersonId, toPersonId, by } = talkWishes;
  const isIt = and(
    eq(eventId, whose.eventId),
    eq(fromPersonId, whose.fromPersonId),
    eq(toPersonId, whose.toPersonId),
    eq(by, whose.by),
  );
  if (wish === null) {
    await tx.delete(talkWishes).where(isIt);
    return;
  }
  const said = { wish, createdAt: now };
  await tx
    .insert(talkWishes)
    .values({ ...whose, ...said })
    .onConflictDoUpdate({ target: [eventId, fromPersonId, toPersonId, by], set: said });
}
