import { callOf } from "@/auth/doors";
import { type RoomDoor, roomActions } from "@/auth/room-doors";
import { admit } from "@/domain/rooms/commands/admit";
import { askUnmute } from "@/domain/rooms/commands/ask-unmute";
import { mute } from "@/domain/rooms/commands/mute";
import { rename } from "@/domain/rooms/commands/rename";
import { sanction } from "@/domain/rooms/commands/sanction";
import { setOnStage } from "@/domain/rooms/commands/set-on-stage";
import { setRole } from "@/domain/rooms/commands/set-role";
import { setSpotlight } from "@/domain/rooms/commands/set-spotlight";
import { stopShare } from "@/domain/rooms/commands/stop-share";

const inputOf = ({ eventId, params }: RoomDoor) => ({ eventId, admissionId: params.admissionId });
const sanctioned = (action: string) => (door: RoomDoor) =>
  sanction(callOf(door, { ...inputOf(door), action }));
const becomes = (role: string) => (door: RoomDoor) => setRole(callOf(door, { ...inputOf(door), role }));

const spotlit = (on: boolean) => (door: RoomDoor) => setSpotlight(callOf(door, { ...inputOf(door), on }));

const staged = (on: boolean) => (door: RoomDoor) => setOnStage(callOf(door, { ...inputOf(door), on }));

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
    host: becomes("host"),
    viewer: becomes("viewer"),
    ask_unmute: (door) => askUnmute(callOf(door, inputOf(door))),
    stop_share: (door) => stopShare(callOf(door, inputOf(door))),
    rename: (door) => rename(callOf(door, { ...inputOf(door), name: door.body.name })),
    on_stage: staged(true),
    off_stage: staged(false),
    admit: (door) => admit(callOf(door, inputOf(door))),
  },
  { enforce: true },
);
