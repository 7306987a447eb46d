import { formRoute } from "@/auth/doors";
import { changePage, requestsPage, slotsIn } from "@/auth/talk-doors";
import { counterRequest } from "@/domain/matchmaking/commands/counter-request";

/** Offers other times instead of those that were asked for. */
export const POST = formRoute(counterRequest, {
  input: ({ params, body }) => ({ requestId: params.id, note: body.note, slots: slotsIn(body) }),
  done: (value, door) => ({ to: requestsPage(door, "countered"), json: value }),
  refused: changePage,
});
