import { callOf } from "@/auth/doors";
import { type RoomDoor, roomActions } from "@/auth/room-doors";
import { deleteMessage } from "@/domain/interaction/commands/delete-message";
import { editMessage } from "@/domain/interaction/commands/edit-message";

const named = ({ eventId, params }: RoomDoor) => ({ eventId, messageId: params.messageId });

/** What an author does with a message of their own. */
export const POST = roomActions({
  edit: (door) => editMessage(callOf(door, { ...named(door), text: door.body.text })),
  delete: (door) => deleteMessage(callOf(door, named(door))),
});
