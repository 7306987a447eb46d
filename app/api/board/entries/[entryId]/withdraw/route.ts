import { boardPage } from "@/auth/board-doors";
import { formRoute } from "@/auth/doors";
import { withdrawEntry } from "@/domain/board/commands/withdraw-entry";

/** Takes an entry away for good; leads to its board. */
export const POST = formRoute(withdrawEntry, {
  input: ({ params }) => ({ entryId: params.entryId }),
  done: (_value, door) => ({ to: `${boardPage(door).replace(/\/[^/]*$/, "")}?done=withdrawn` }),
  refused: (door) => boardPage(door),
});
