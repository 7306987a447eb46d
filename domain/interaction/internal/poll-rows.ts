import { and, eq, isNotNull, isNull, type SQL } from "drizzle-orm";
import type { Reader, Transaction } from "@/db/client";
import { pollBallots, polls } from "@/db/schema/interaction-polls";
import type { Context } from "@/domain/kernel/context";
import type { Actor, Scope } from "@/domain/policy";
import { eventScope } from "@/domain/programme/queries";
import { loadStanding } from "@/domain/rooms/queries/standing";
import { knowsRoom } from "@/domain/rooms/rules";
import type { Id } from "@/lib/ids";
import { tallyOf } from "../rules/polls";
import type { Tally } from "../schema/polls";

export type Poll = typeof polls.$inferSelect;
type Named = { eventId: Id<"event">; pollId: Id<"poll"> };

const isNamed = ({ eventId, pollId }: Named) => and(eq(polls.id, pollId), eq(polls.eventId, eventId));

/** The poll, locked for whoever changes it: nobody answers meanwhile. */
export async function lockPoll(tx: Transaction, named: Named): Promise<Poll | undefined> {
  const [poll] = await tx.select().from(polls).where(isNamed(named)).for("update");
  return poll;
}

/** The poll for whoever answers: many at once, and none while it is being closed. */
export async function holdPoll(tx: Transaction, named: Named): Promise<Poll | undefined> {
  const [poll] = await tx.select().from(polls).where(isNamed(named)).for("share");
  return poll;
}

/** What everybody has answered by now. */
export async function countBallots(reader: Reader, poll: Poll): Promise<Tally> {
  const { picks, words } = pollBallots;
  const given = await reader
    .select({ picks, words })
    .from(pollBallots)
    .where(eq(pollBallots.pollId, poll.id));
  return tallyOf(poll, given);
}

/** Closes what is open among these polls, with the result counted once and for all; which ones those were. */
export async function closeOpen(
  { tx, now }: Pick<Context, "tx" | "now">,
  which: SQL | undefined,
): Promise<Poll[]> {
  const open = await tx
    .select()
    .from(polls)
    .where(and(which, isNotNull(polls.openedAt), isNull(polls.closedAt)))
    .for("update");
  for (const poll of open)
    await tx
      .update(polls)
      .set({ closedAt: now, tally: await countBallots(tx, poll) })
      .where(eq(polls.id, poll.id));
  return open;
}

type Ground = Omit<Context, "emit">;
type Standing = NonNullable<Awaited<ReturnType<typeof loadStanding>>>;
/** Where a poll is prepared: in the room, or at the desk of an event that has none yet. */
type Place = Scope & { session?: Standing["session"]; standing?: Standing };

/** `load` of what hosts do with polls: by their role in the room, and before the event is published by their grants. */
export async function loadPollGround(
  ground: Ground,
  { eventId }: { eventId: Id<"event"> },
): Promise<Place | undefined> {
  const standing = await loadStanding(ground, { eventId });
  if (standing) return { ...standing, standing };
  const event = await eventScope(ground.tx, eventId);
  return event && { networkId: event.networkId, eventId };
}

/** Drafts of events are nobody else's to know. */
export const knowsPolls = (actor: Actor, { standing }: Place): boolean =>
  standing !== undefined && knowsRoom(actor, standing);
