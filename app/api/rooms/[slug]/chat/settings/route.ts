import { roomRoute } from "@/auth/room-doors";
import { setChat } from "@/domain/interaction/commands/set-chat";

/** Whom people may write to in this event. */
export const POST = roomRoute(setChat, {
  input: ({ body: { writeTo, privately } }) => ({ writeTo, privately }),
});
