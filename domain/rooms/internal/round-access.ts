import type { Context } from "@/domain/kernel/context";
import type { Id } from "@/lib/ids";
import { standingOf } from "../queries/standing";
import { lockRound, type Round, shareRound } from "./round-rooms";
import type { Standing } from "./standing";

type Ground = Omit<Context, "emit">;
export type RoundStanding = Standing & { round: Round };

/** The same for somebody's own choice: hundreds choose at once, and only whoever changes the round keeps them waiting. */
export async function loadRoundToTake(
  { tx, actor, now }: Ground,
  { eventId, roundId }: { eventId: Id<"event">; roundId: Id<"round"> },
): Promise<RoundStanding | undefined> {
  const standing = await standingOf(tx, actor, { eventId, now });
  const round = standing && (await shareRound(tx, standing.session?.id, roundId));
  return round && { ...standing, round };
}

/** `load` of every command about one round: the actor's standing, and the round locked. */
export async function loadRound(
  { tx, actor, now }: Ground,
  { eventId, roundId }: { eventId: Id<"event">; roundId: Id<"round"> },
): Promise<RoundStanding | undefined> {
  const standing = await standingOf(tx, actor, { eventId, now });
  const round = standing && (await lockRound(tx, standing.session?.id, roundId));
  return round && { ...standing, round };
}
