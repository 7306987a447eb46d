import { entryForm } from "@/auth/board-doors";
import { formRoute } from "@/auth/doors";
import { reportEntry } from "@/domain/board/commands/report-entry";

/** Tells the office what is wrong with an entry. */
export const POST = formRoute(reportEntry, {
  input: ({ body, params }) => ({ ...body, entryId: params.entryId }),
  ...entryForm("reported"),
});
