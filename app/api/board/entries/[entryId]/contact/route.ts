import { entryForm } from "@/auth/board-doors";
import { formRoute } from "@/auth/doors";
import { offerHelp } from "@/domain/board/commands/offer-help";

/** Offers help with an entry, or shows interest in what it offers. */
export const POST = formRoute(offerHelp, {
  input: ({ body, params }) => ({ ...body, entryId: params.entryId }),
  ...entryForm("offered"),
});
