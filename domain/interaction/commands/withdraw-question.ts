import { defineCommand } from "@/domain/kernel/command";
import { knowsRoom } from "@/domain/rooms/rules";
import { fail } from "@/lib/result";
import { loadInTurn } from "../internal/load";
import { withdraw } from "../internal/withdrawing";
import { questionInput } from "../schema/questions";

/** Its author takes a question back; also in a frozen room, because it takes words away. */
export const withdrawQuestion = defineCommand({
  name: "withdraw-question",
  input: questionInput,
  permission: "question.ask",
  load: loadInTurn,
  mayKnow: knowsRoom,
  run: async (context, named, { me }) =>
    me ? withdraw(context, { admissionId: me.admission.id }, named) : fail("conflict", "not_joined"),
});
