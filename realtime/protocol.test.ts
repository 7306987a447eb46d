import { expect, it } from "vitest";
import { decode, signal, topics } from "./protocol";

const sent = (topic: string) => JSON.stringify({ v: 1, channel: "evt_x", seq: 1, topic });

it("understands every topic there is", () => {
  for (const topic of topics) expect(decode(signal, sent(topic))).toMatchObject({ topic });
});

it.each([sent("weather"), sent("presence").replace('"v":1', '"v":2'), "{", "null"])(
  "a tab older than the server passes over what it does not know: %s",
  (text) => expect(decode(signal, text)).toBeUndefined(),
);
