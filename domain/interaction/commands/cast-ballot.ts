import { sql } from "drizzle-orm";
import { pollBallots } from "@/db/schema/interaction-polls";
import { defineCommand } from "@/domain/kernel/command";
import { can } from "@/domain/policy";
import { loadStanding } from "@/domain/rooms/queries/standing";
import { knowsRoom } from "@/domain/rooms/rules";
import { fail, ok } from "@/lib/result";
import { holdPoll } from "../internal/poll-rows";
import { ballotFor, pollState } from "../rules/polls";
import { castBallotInput } from "../schema/polls";

const { pollId: ofPoll, admissionId: ofAdmission, picks: chosen, words: written } = pollBallots;

/**
 * Answers an open poll, or answers it anew: everybody has one ballot, whichever tab it comes from. It tells no fact, so that
 * neither the audit nor the outbox says who answered when; the door tells open rooms that numbers have changed.
 */
export const castBallot = defineCommand({
  name: "cast-ballot",
  input: castBallotInput,
  permission: "poll.answer",
  load: loadStanding,
  mayKnow: knowsRoom,
  quiet: true,
  run: async ({ tx, now, actor }, { eventId, pollId, ...given }, standing) => {
    const { me, place, session, rights } = standing;
    if (!me) return fail("conflict", "not_joined");
    if (place?.state !== "room") return fail("conflict", "not_in_room");
    if (session?.frozen && !can(actor, "poll.manage", standing)) return fail("conflict", "frozen");
    const poll = await holdPoll(tx, { eventId, pollId });
    if (!poll || pollState(poll) === "draft") return fail("not_found", "missing_poll");
    if (pollState(poll) === "closed") return fail("conflict", "poll_closed");
    // Who may not write in the chat does not get around it by words.
    if (poll.kind === "words" && !rights?.chat) return fail("forbidden", "no_chat");
    const ballot = ballotFor(poll, given);
    if (!ballot) return fail("invalid", "input", { fields: { picks: ["unknown_choice"] } });
    const values = { picks: [...ballot.picks], words: [...ballot.words], castAt: now };
    const cast = await tx
      .insert(pollBallots)
      .values({ ...values, eventId, pollId, admissionId: me.admission.id })
      .onConflictDoUpdate({
        target: [ofPoll, ofAdmission],
        set: values,
        setWhere: sql`(${chosen}, ${written}) is distinct from (excluded.picks, excluded.words)`,
      })
      .returning({ id: pollBallots.id });
    return ok({ pollId, changed: cast.length > 0 });
  },
});
