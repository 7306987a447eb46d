import { listOf } from "@/auth/door-body";
import { formRoute } from "@/auth/doors";
import { changePage, requestsPage } from "@/auth/talk-doors";
import { counterRequest } from "@/domain/matchmaking/commands/counter-request";

/** Offers other times instead of those that were asked for. */
export const POST = formRoute(counterRequest, {
  input: ({ params, body }) => ({ requestId: params.id, note: body.note, slots: listOf(body.slots) }),
  done: (value, door) => ({ to: requestsPage(door, "countered"), json: value }),
  refused: changePage,
});
