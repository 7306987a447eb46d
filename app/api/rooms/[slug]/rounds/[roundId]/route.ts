import { callOf } from "@/auth/doors";
import { type RoomDoor, roomActions } from "@/auth/room-doors";
import { cancelRound } from "@/domain/rooms/commands/cancel-round";
import { changeRooms } from "@/domain/rooms/commands/change-rooms";
import { copyRound } from "@/domain/rooms/commands/copy-round";
import { extendRound } from "@/domain/rooms/commands/extend-round";
import { messageRound } from "@/domain/rooms/commands/message-round";
import { openRound } from "@/domain/rooms/commands/open-round";
import { recallRound } from "@/domain/rooms/commands/recall-round";
import { redistribute } from "@/domain/rooms/commands/redistribute";

const inputOf = ({ eventId, params }: RoomDoor) => ({ eventId, roundId: params.roundId });

export const POST = roomActions({
  open: (door) => openRound(callOf(door, inputOf(door))),
  extend: (door) => {
    const { seconds, roomId } = door.body;
    return extendRound(callOf(door, { ...inputOf(door), seconds, roomId }));
  },
  copy: (door) => copyRound(callOf(door, { ...inputOf(door), title: door.body.title })),
  rooms: (door) => changeRooms(callOf(door, { ...inputOf(door), change: door.body.change })),
  recall: (door) => recallRound(callOf(door, { ...inputOf(door), seconds: door.body.seconds })),
  message: (door) => messageRound(callOf(door, { ...inputOf(door), text: door.body.text })),
  cancel: (door) => cancelRound(callOf(door, inputOf(door))),
  redistribute: (door) => redistribute(callOf(door, inputOf(door))),
});
