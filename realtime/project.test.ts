import { expect, test } from "vitest";
import { project } from "./project";

const eventId = "evt_0000000000";
const runId = "run_0000000000";
const desk = `desk:${eventId}`;
const hall = `hall:${eventId}`;
const [ada, ben] = ["adm_0000000001", "adm_0000000002"];

test.for([
  [
    "room.opened",
    { eventId },
    [
      ...["session", "placement", "hands", "stage"].map((topic) => `${eventId} ${topic}`),
      `${hall} questions`,
    ],
  ],
  [
    "session.changed",
    { eventId },
    [`${eventId} session`, `${eventId} placement`, `${eventId} stage`, `${hall} questions`],
  ],
  ["stage.changed", { eventId }, [`${eventId} stage`]],
  ["participants.muted", { eventId }, []],
  ["question.changed", { eventId }, [`${eventId} questions`, `${hall} questions`]],
  ["question.voted", { eventId }, [`${eventId} votes`, `${hall} votes`]],
  ["round.opened", { eventId, roundId: "rnd_0000000000" }, [`${eventId} rounds`]],
  ["placement.changed", { eventId, admissionIds: [ada, ben] }, [`${ada} placement`, `${ben} placement`]],
  [
    "participant.removed",
    { eventId, admissionId: ada },
    [`${ada} placement`, `${eventId} people`, `${eventId} hands`, `${eventId} stage`],
  ],
  [
    "participant.changed",
    { eventId, admissionId: ada },
    [`${ada} placement`, `${eventId} people`, `${eventId} hands`, `${eventId} stage`],
  ],
  ["spotlight.changed", { eventId }, [`${eventId} people`]],
  ["presence.changed", { eventId }, [`${eventId} presence`, `${desk} presence`]],
  ["chat.posted", { eventId, roomId: "rom_0000000000" }, [`${eventId} chat`]],
  ["chat.hidden", { eventId, roomId: "rom_0000000000" }, [`${eventId} chat_anew`]],
  ["chat.posted", { eventId, roomId: "rom_0000000000", onlyFor: [ada, ben] }, [`${ada} chat`, `${ben} chat`]],
  [
    "chat.changed",
    { eventId, roomId: "rom_0000000000", onlyFor: [ada, ben] },
    [`${ada} chat_anew`, `${ben} chat_anew`],
  ],
  ["chat.set", { eventId }, [`${eventId} chat`]],
  ["captions.changed", { eventId }, [`${eventId} captions`]],
  ["hand.changed", { eventId, admissionIds: [ada] }, [`${eventId} hands`, `${ada} placement`]],
  ["meeting.accepted", { eventId, meetingId: "mtg_0000000000" }, [`${eventId} talks`, `${desk} talks`]],
  ["meeting.written", { eventId, requestId: "req_0000000000" }, [`${eventId} talks`]],
  ["plan.progressed", { eventId, runId }, [`${desk} plan`]],
  ["plan.changed", { eventId }, [`${desk} plan`]],
  ["registration.cancelled", { eventId, registrationId: "reg_0000000000" }, [`${eventId} hands`]],
  ["registration.confirmed", { eventId, registrationId: "reg_0000000000" }, []],
  ["room.opened", { eventId: "nonsense" }, []],
  ["constructor", {}, []],
] as [string, unknown, string[]][])("%s", ([kind, payload, expected]) => {
  expect(project({ kind, payload }).map(({ channel, topic }) => `${channel} ${topic}`)).toEqual(expected);
});
