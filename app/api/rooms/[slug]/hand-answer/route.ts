import { roomRoute } from "@/auth/room-doors";
import { answerHand } from "@/domain/interaction/commands/answer-hand";

export const POST = roomRoute(answerHand, {
  input: ({ body: { accept } }) => ({ accept }),
  enforce: true,
});
