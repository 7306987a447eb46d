import { formRoute } from "@/auth/doors";
import { talksPage } from "@/auth/talk-doors";
import { withdrawRequest } from "@/domain/matchmaking/commands/withdraw-request";

/** Takes a request back. */
export const POST = formRoute(withdrawRequest, {
  input: ({ params }) => ({ requestId: params.id }),
  done: (value, door) => ({ to: talksPage(door, "withdrawn"), json: value }),
  refused: (door) => talksPage(door),
});
