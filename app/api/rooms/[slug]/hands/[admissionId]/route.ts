import { callOf } from "@/auth/doors";
import { roomActions } from "@/auth/room-doors";
import { clearHands } from "@/domain/interaction/commands/clear-hands";
import { inviteHand } from "@/domain/interaction/commands/invite-hand";

/** What a host does with somebody's hand; `lower_all` concerns everybody, whoever stands in the address. */
export const POST = roomActions(
  {
    invite: (door) =>
      inviteHand(callOf(door, { eventId: door.eventId, admissionId: door.params.admissionId })),
    lower: (door) =>
      clearHands(callOf(door, { eventId: door.eventId, admissionId: door.params.admissionId })),
    lower_all: (door) => clearHands(callOf(door, { eventId: door.eventId, admissionId: null })),
  },
  { enforce: true },
);
