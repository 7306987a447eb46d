import { defineCommand } from "@/domain/kernel/command";
import { can } from "@/domain/policy";
import { knowsRoom } from "@/domain/rooms/rules";
import { fail } from "@/lib/result";
import { storeQuestion } from "../internal/asking";
import { loadInTurn } from "../internal/load";
import { questionSettingsOf } from "../queries/question-rows";
import { stateWhenAsked } from "../rules/questions";
import { askInput } from "../schema/questions";

/**
 * Asks the event something, on wish without one's name. Whoever may not write in the chat may not ask either: frozen
 * rooms, no-chat sanctions and floods are refused, and so is everybody unproven.
 */
export const askQuestion = defineCommand({
  name: "ask-question",
  input: askInput,
  permission: "question.ask",
  load: loadInTurn,
  mayKnow: knowsRoom,
  quiet: true,
  run: async (context, { eventId, text, anonymous, clientKey }, standing) => {
    const { me, rights, session } = standing;
    if (!me) return fail("conflict", "not_joined");
    if (me.noChat) return fail("forbidden", "no_chat");
    if (!rights?.chat) return fail("conflict", session?.frozen ? "frozen" : "not_in_room");
    const settings = await questionSettingsOf(context.tx, eventId);
    if (!settings.isOpen) return fail("conflict", "questions_closed");
    if (anonymous && !settings.allowsAnonymous) return fail("conflict", "named_only");
    const isHost = can(context.actor, "question.manage", standing);
    return storeQuestion(
      context,
      { admissionId: me.admission.id },
      {
        ...{ eventId, text, clientKey, isAnonymous: anonymous },
        state: stateWhenAsked({ isModerated: settings.isModerated, isHost }),
      },
    );
  },
});
