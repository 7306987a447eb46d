import { expect, test } from "vitest";
import { guest } from "@/db/testing/actors";
import { recordWebhook } from "./record-webhook";

const webhook = { id: "EV_1", event: "room_started", createdAtMs: 1, roomName: "r1", participant: null };
const actor = { type: "webhook", source: "livekit" } as const;

test("the same id is kept once, however often it comes and also at once", async () => {
  const results = await Promise.all(
    Array.from({ length: 5 }, () => recordWebhook({ actor, input: { webhook } })),
  );
  expect(results.filter((result) => result.ok && result.value.isNew)).toHaveLength(1);
});

test("nobody but livekit-server and the system may tell of it", async () => {
  expect(await recordWebhook({ actor: guest, input: { webhook } })).toMatchObject({
    failure: { kind: "not_found" },
  });
});
