import { entryForm } from "@/auth/board-doors";
import { formRoute } from "@/auth/doors";
import { answerContact } from "@/domain/board/commands/answer-contact";

/** Says yes or no to who offers help. */
export const POST = formRoute(answerContact, {
  input: ({ body, params }) => ({ contactId: params.contactId, answer: body.answer }),
  ...entryForm("answered"),
});
