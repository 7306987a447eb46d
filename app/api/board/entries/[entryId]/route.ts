import { boardOf, entrySaid } from "@/auth/board-doors";
import { formRoute } from "@/auth/doors";
import { changeEntry } from "@/domain/board/commands/change-entry";

/** Writes an entry anew. */
export const POST = formRoute(changeEntry, {
  input: (door) => ({ ...entrySaid(door), entryId: door.params.entryId }),
  done: (_value, door) => ({ to: `${boardOf(door)}/${door.params.entryId}?done=changed` }),
  refused: (door) => `${boardOf(door)}/${door.params.entryId}/edit`,
});
