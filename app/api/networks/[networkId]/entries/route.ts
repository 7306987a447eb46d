import { boardOf, entrySaid } from "@/auth/board-doors";
import { formRoute } from "@/auth/doors";
import { postOfficeEntry } from "@/domain/board/commands/post-office-entry";

/** Puts an entry on the board in a network's name. */
export const POST = formRoute(postOfficeEntry, {
  input: (door) => ({ ...entrySaid(door), networkId: door.params.networkId }),
  done: ({ entryId }, door) => ({ to: `${boardOf(door)}/${entryId}?done=posted`, json: { entryId } }),
  refused: (door) => `${boardOf(door)}/new?for=${door.params.networkId}`,
});
