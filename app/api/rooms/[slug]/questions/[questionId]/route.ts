import { callOf } from "@/auth/doors";
import { type RoomDoor, roomActions } from "@/auth/room-doors";
import { editQuestion } from "@/domain/interaction/commands/edit-question";
import { mergeQuestions } from "@/domain/interaction/commands/merge-questions";
import { pinQuestion } from "@/domain/interaction/commands/pin-question";
import { settleQuestion } from "@/domain/interaction/commands/settle-question";
import { splitQuestion } from "@/domain/interaction/commands/split-question";
import { stopAsker } from "@/domain/interaction/commands/stop-asker";
import { voteQuestion } from "@/domain/interaction/commands/vote-question";
import { withdrawQuestion } from "@/domain/interaction/commands/withdraw-question";

const named = ({ eventId, params }: RoomDoor) => ({ eventId, questionId: params.questionId });
const vote = (on: boolean) => (door: RoomDoor) => voteQuestion(callOf(door, { ...named(door), on }));
const pin = (on: boolean) => (door: RoomDoor) => pinQuestion(callOf(door, { ...named(door), on }));
const stop = (on: boolean) => (door: RoomDoor) => stopAsker(callOf(door, { ...named(door), on }));
const settle = (step: string) => (door: RoomDoor) =>
  settleQuestion(callOf(door, { ...named(door), step, answer: door.body.answer }));

export const POST = roomActions({
  vote: vote(true),
  unvote: vote(false),
  edit: (door) => editQuestion(callOf(door, { ...named(door), text: door.body.text })),
  withdraw: (door) => withdrawQuestion(callOf(door, named(door))),
  approve: settle("approve"),
  on_air: settle("on_air"),
  answer: settle("answer"),
  dismiss: settle("dismiss"),
  reopen: settle("reopen"),
  pin: pin(true),
  unpin: pin(false),
  stop: stop(true),
  unstop: stop(false),
  merge: (door) => mergeQuestions(callOf(door, { ...named(door), intoId: door.body.intoId })),
  split: (door) => splitQuestion(callOf(door, named(door))),
});
