import { roomQuery, roomRoute } from "@/auth/room-doors";
import { postMessage } from "@/domain/interaction/commands/post-message";
import { listMessages } from "@/domain/interaction/queries/messages";
import { now } from "@/lib/time/clock";

export const GET = roomQuery(({ actor, eventId, url: { searchParams } }) =>
  listMessages(
    actor,
    { eventId, after: searchParams.get("after"), before: searchParams.get("before") },
    now(),
  ),
);

export const POST = roomRoute(postMessage, {
  input: ({ body: { roomId, scope, toAdmissionId, replyToId, text, clientKey } }) => ({
    ...{ roomId, scope, toAdmissionId, replyToId, text, clientKey },
  }),
});
