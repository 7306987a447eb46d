import { callOf } from "@/auth/doors";
import { type RoomDoor, roomActions } from "@/auth/room-doors";
import { closePoll } from "@/domain/interaction/commands/close-poll";
import { hideWord } from "@/domain/interaction/commands/hide-word";
import { launchPoll } from "@/domain/interaction/commands/launch-poll";
import { removePoll } from "@/domain/interaction/commands/remove-poll";
import { sharePoll } from "@/domain/interaction/commands/share-poll";

const named = ({ eventId, params }: RoomDoor) => ({ eventId, pollId: params.pollId });
const shared = (isShared: boolean) => (door: RoomDoor) =>
  sharePoll(callOf(door, { ...named(door), shared: isShared }));
const hidden = (isHidden: boolean) => (door: RoomDoor) =>
  hideWord(callOf(door, { ...named(door), word: door.body.word, hidden: isHidden }));

/** What a host does with one poll. */
export const POST = roomActions({
  launch: (door) => launchPoll(callOf(door, named(door))),
  close: (door) => closePoll(callOf(door, named(door))),
  share: shared(true),
  unshare: shared(false),
  hide_word: hidden(true),
  show_word: hidden(false),
  remove: (door) => removePoll(callOf(door, named(door))),
});
