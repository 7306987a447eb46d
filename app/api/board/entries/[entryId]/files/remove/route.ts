import { entryForm } from "@/auth/board-doors";
import { formRoute } from "@/auth/doors";
import { removeEntryFile } from "@/domain/board/commands/remove-entry-file";

/** Takes a file from an entry. */
export const POST = formRoute(removeEntryFile, {
  input: ({ body, params }) => ({ ...body, entryId: params.entryId }),
  ...entryForm("removed"),
});
