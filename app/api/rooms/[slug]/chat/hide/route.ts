import { roomRoute } from "@/auth/room-doors";
import { hideMessage } from "@/domain/interaction/commands/hide-message";

/** Takes one message out of everybody's view. */
export const POST = roomRoute(hideMessage, { input: ({ body: { messageId } }) => ({ messageId }) });
