import { roomRoute } from "@/auth/room-doors";
import { setQuestions } from "@/domain/interaction/commands/set-questions";

/** How the event takes questions, and the addresses of hall and projector. */
export const POST = roomRoute(setQuestions, {
  input: ({ body: { isOpen, isModerated, allowsAnonymous, hall, projector } }) => ({
    ...{ isOpen, isModerated, allowsAnonymous, hall, projector },
  }),
});
