import { listOf } from "@/auth/door-body";
import { formRoute } from "@/auth/doors";
import { changePage, requestsPage } from "@/auth/talk-doors";
import { editRequest } from "@/domain/matchmaking/commands/edit-request";

/** Changes a request that still waits. */
export const POST = formRoute(editRequest, {
  input: ({ params, body }) => ({ requestId: params.id, note: body.note, slots: listOf(body.slots) }),
  done: (value, door) => ({ to: requestsPage(door, "edited"), json: value }),
  refused: changePage,
});
