import { boardPage } from "@/auth/board-doors";
import { formRoute } from "@/auth/doors";
import { chooseDigest } from "@/domain/board/commands/choose-digest";

/** Takes the weekly mail of a board, or ends it. */
export const POST = formRoute(chooseDigest, {
  input: ({ body }) => body,
  done: ({ want }, door) => ({ to: boardPage(door, want === "on" ? "digestOn" : "digestOff") }),
  refused: (door) => boardPage(door),
});
