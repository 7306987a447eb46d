import { entryForm } from "@/auth/board-doors";
import { formRoute } from "@/auth/doors";
import { moderateEntry } from "@/domain/board/commands/moderate-entry";

/** Hides an entry with a reason, or shows it again. */
export const POST = formRoute(moderateEntry, {
  input: ({ body, params }) => ({ ...body, entryId: params.entryId }),
  ...entryForm("moderated"),
});
