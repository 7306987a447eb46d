import { boardOf, entrySaid } from "@/auth/board-doors";
import { formRoute } from "@/auth/doors";
import { postEntry } from "@/domain/board/commands/post-entry";

/** Puts a person's own entry on the board of a series. */
export const POST = formRoute(postEntry, {
  input: entrySaid,
  done: ({ entryId }, door) => ({ to: `${boardOf(door)}/${entryId}?done=posted`, json: { entryId } }),
  refused: (door) => `${boardOf(door)}/new`,
});
