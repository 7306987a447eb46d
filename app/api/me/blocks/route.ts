import { formRoute } from "@/auth/doors";
import { talksPage } from "@/auth/talk-doors";
import { blockPerson } from "@/domain/matchmaking/commands/block-person";

/** Keeps somebody away, or no longer. */
export const POST = formRoute(blockPerson, {
  input: ({ body }) => ({ personId: body.personId, blocked: body.blocked }),
  done: ({ blocked }, door) => ({ to: talksPage(door, blocked === "yes" ? "blocked" : "unblocked") }),
  refused: (door) => talksPage(door),
});
