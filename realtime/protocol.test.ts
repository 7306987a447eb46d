import { expect, it } from "vitest";
import { answerOf } from "./client/testing/fake-control";
import { decode, signal, topics, whereAmI } from "./protocol";

const sent = (topic: string) => JSON.stringify({ v: 1, channel: "evt_x", seq: 1, topic });

it("understands every topic there is", () => {
  for (const topic of topics) expect(decode(signal, sent(topic))).toMatchObject({ topic });
});

it.each([sent("weather"), sent("presence").replace('"v":1', '"v":2'), "{", "null"])(
  "a tab older than the server passes over what it does not know: %s",
  (text) => expect(decode(signal, text)).toBeUndefined(),
);

it("a server that does not say when an announced room opens means that it opens when it starts", () => {
  const [startsAt, endsAt] = ["2027-03-10T09:00:00.000Z", "2027-03-10T09:20:00.000Z"];
  const announced = { roundId: "rnd_a", label: "3", kind: "breakout", people: 4, startsAt, endsAt };
  const answer = { ...answerOf({ room: "main", epoch: [1, 0] }, startsAt), announced };
  const read = decode(whereAmI, JSON.stringify(answer));
  expect(read?.state === "room" && read.announced?.opensAt).toBe(startsAt);
});
