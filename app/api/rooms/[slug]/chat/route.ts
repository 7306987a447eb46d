import { roomQuery, roomRoute } from "@/auth/room-doors";
import { postMessage } from "@/domain/interaction/commands/post-message";
import { listMessages } from "@/domain/interaction/queries";
import { now } from "@/lib/time/clock";

export const GET = roomQuery(({ actor, eventId, url }) =>
  listMessages(actor, { eventId, after: url.searchParams.get("after") }, now()),
);

export const POST = roomRoute(postMessage, {
  input: ({ body: { roomId, scope, text, clientKey } }) => ({ roomId, scope, text, clientKey }),
});
