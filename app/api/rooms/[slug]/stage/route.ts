import { callOf } from "@/auth/doors";
import { type RoomDoor, roomActions, roomQuery } from "@/auth/room-doors";
import { admit } from "@/domain/rooms/commands/admit";
import { advanceShow } from "@/domain/rooms/commands/advance-show";
import { announce } from "@/domain/rooms/commands/announce";
import { countSpeaking } from "@/domain/rooms/commands/count-speaking";
import { muteAll } from "@/domain/rooms/commands/mute-all";
import { setHostless } from "@/domain/rooms/commands/set-hostless";
import { setScene } from "@/domain/rooms/commands/set-scene";
import { setTimer } from "@/domain/rooms/commands/set-timer";
import { switchBackstage } from "@/domain/rooms/commands/switch-backstage";
import { takeHost } from "@/domain/rooms/commands/take-host";
import { stageOf } from "@/domain/rooms/queries/stage";
import { now } from "@/lib/time/clock";

export const GET = roomQuery(({ actor, eventId }) => stageOf(actor, eventId, now()));

const backstage = (open: boolean) => (door: RoomDoor) =>
  switchBackstage(callOf(door, { eventId: door.eventId, open }));

/** What hosts run the room with. */
export const POST = roomActions(
  {
    next: (door) => advanceShow(callOf(door, { eventId: door.eventId, after: door.body.after })),
    scene: (door) => setScene(callOf(door, { eventId: door.eventId, scene: door.body.scene })),
    announce: (door) => announce(callOf(door, { eventId: door.eventId, text: door.body.text })),
    timer: (door) => setTimer(callOf(door, { eventId: door.eventId, change: door.body.change })),
    open_backstage: backstage(true),
    shut_backstage: backstage(false),
    admit_all: (door) => admit(callOf(door, { eventId: door.eventId, admissionId: null })),
    mute_all: (door) => muteAll(callOf(door, { eventId: door.eventId })),
    hostless: (door) => setHostless(callOf(door, { eventId: door.eventId, minutes: door.body.minutes })),
    count_speaking: (door) =>
      countSpeaking(callOf(door, { eventId: door.eventId, counts: door.body.counts })),
    take_over: (door) => takeHost(callOf(door, { eventId: door.eventId })),
  },
  { enforce: true },
);
