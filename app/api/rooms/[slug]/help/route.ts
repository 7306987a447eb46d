import { callOf } from "@/auth/doors";
import { roomActions } from "@/auth/room-doors";
import { answerHelp } from "@/domain/rooms/commands/answer-help";
import { askHelp } from "@/domain/rooms/commands/ask-help";

export const POST = roomActions({
  ask: (door) => askHelp(callOf(door, { eventId: door.eventId })),
  on_the_way: (door) =>
    answerHelp(callOf(door, { eventId: door.eventId, admissionId: door.body.admissionId })),
});
