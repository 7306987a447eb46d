import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { idempotencyAnswers, outbox, signals, webhookReceipts } from "@/db/schema/kernel";
import { guest, system } from "@/db/testing/actors";
import { MISSING, refusalOf } from "@/db/testing/refusals";
import { tidyUp } from "./tidy-up";

const now = new Date("2027-03-31T12:00:00Z");
const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000);

describe("tidy-up", () => {
  it("deletes what is old enough and nothing else", async () => {
    await db()
      .insert(signals)
      .values([
        { channel: "evt_a", seq: 1, topic: "chat", createdAt: ago(25) },
        { channel: "evt_a", seq: 2, topic: "chat", createdAt: ago(23) },
      ]);
    const answer = { command: "x", actor: "guest", answer: {} };
    await db()
      .insert(idempotencyAnswers)
      .values([
        { ...answer, key: "old", createdAt: ago(49) },
        { ...answer, key: "new", createdAt: ago(47) },
      ]);
    const receipt = { source: "livekit", body: {} };
    await db()
      .insert(webhookReceipts)
      .values([
        { ...receipt, id: "old", receivedAt: ago(31 * 24) },
        { ...receipt, id: "new", receivedAt: ago(29 * 24) },
      ]);
    const fact = { kind: "x", payload: {}, createdAt: ago(40 * 24) };
    await db()
      .insert(outbox)
      .values([
        { ...fact, id: "fct_told", dispatchedAt: ago(31 * 24) },
        { ...fact, id: "fct_waiting" },
      ]);
    expect(await tidyUp({ actor: system, input: {}, now })).toEqual({
      ok: true,
      value: { signals: 1, answers: 1, receipts: 1, facts: 1 },
    });
    expect(await db().select({ id: outbox.id }).from(outbox)).toEqual([{ id: "fct_waiting" }]);
  });

  it("is for the machine alone", async () => {
    expect(refusalOf(await tidyUp({ actor: guest, input: {} }))).toBe(MISSING);
  });
});
