import { defineCommand } from "@/domain/kernel/command";
import { knowsRoom } from "@/domain/rooms/rules";
import { fail } from "@/lib/result";
import { loadInTurn } from "../internal/load";
import { castVote } from "../internal/voting";
import { voteInput } from "../schema/questions";

/** Gives this person's one vote to a question, or takes it back. */
export const voteQuestion = defineCommand({
  name: "vote-question",
  input: voteInput,
  permission: "question.ask",
  load: loadInTurn,
  mayKnow: knowsRoom,
  quiet: true,
  run: async (context, wish, { me, rights, session }) => {
    if (!me) return fail("conflict", "not_joined");
    if (!rights) return fail("conflict", "not_in_room");
    if (session?.frozen && !rights.moderate) return fail("conflict", "frozen");
    return castVote(context, { admissionId: me.admission.id }, wish);
  },
});
