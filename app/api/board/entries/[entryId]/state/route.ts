import { entryForm } from "@/auth/board-doors";
import { formRoute } from "@/auth/doors";
import { moveEntry } from "@/domain/board/commands/move-entry";

/** Opens an entry, says that it is in talks, or how it ended. */
export const POST = formRoute(moveEntry, {
  input: ({ body, params }) => ({ ...body, entryId: params.entryId }),
  ...entryForm("moved"),
});
