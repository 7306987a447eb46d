import { callOf } from "@/auth/doors";
import { type RoomDoor, roomActions } from "@/auth/room-doors";
import { mute } from "@/domain/rooms/commands/mute";
import { sanction } from "@/domain/rooms/commands/sanction";
import { setRole } from "@/domain/rooms/commands/set-role";
import { setSpotlight } from "@/domain/rooms/commands/set-spotlight";

const inputOf = ({ eventId, params }: RoomDoor) => ({ eventId, admissionId: params.admissionId });
const sanctioned = (action: string) => (door: RoomDoor) =>
  sanction(callOf(door, { ...inputOf(door), action }));
const becomes = (role: string) => (door: RoomDoor) => setRole(callOf(door, { ...inputOf(door), role }));

const spotlit = (on: boolean) => (door: RoomDoor) => setSpotlight(callOf(door, { ...inputOf(door), on }));

export const POST = roomActions(
  {
    mute: (door) => mute(callOf(door, inputOf(door))),
    silence: sanctioned("silence"),
    unsilence: sanctioned("unsilence"),
    no_chat: sanctioned("no_chat"),
    chat: sanctioned("chat"),
    remove: sanctioned("remove"),
    ban: sanctioned("ban"),
    lift: sanctioned("lift"),
    spotlight: spotlit(true),
    spotlight_off: spotlit(false),
    cohost: becomes("cohost"),
    speaker: becomes("speaker"),
    participant: becomes("participant"),
  },
  { enforce: true },
);
