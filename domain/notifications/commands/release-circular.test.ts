import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { outbox } from "@/db/schema/kernel";
import { circulars } from "@/db/schema/notifications";
import { aCircular } from "@/db/testing/circulars";
import { NOT_ALLOWED, refusalOf } from "@/db/testing/refusals";
import { circularOf } from "../queries/circulars";
import { MESSAGES_PER_DAY } from "../rules/circulars";
import { releaseCircular } from "./release-circular";

const told = async (circularId: string) =>
  (await db().select().from(outbox).where(eq(outbox.kind, "circular.released"))).filter(({ payload }) =>
    JSON.stringify(payload).includes(circularId),
  );

describe("releaseCircular", () => {
  it("sends once, however often and by however many it is pressed", async () => {
    const { actor, second, ids } = await aCircular();
    const pressed = [actor, actor, second, second].map((who) => releaseCircular({ actor: who, input: ids }));
    const results = await Promise.all(pressed);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await told(ids.circularId)).toHaveLength(1);
    expect(await circularOf(ids.circularId)).toMatchObject({ state: "sending" });
  });

  it("waits for a second person where the event wants that; the author alone never gets it out", async () => {
    const { actor, second, ids } = await aCircular({ review: true });
    expect(await releaseCircular({ actor, input: ids })).toMatchObject({ value: { state: "held" } });
    expect(await releaseCircular({ actor, input: ids })).toMatchObject({ failure: { reason: "own_review" } });
    expect(await told(ids.circularId)).toEqual([]);
    expect(await releaseCircular({ actor: second, input: ids })).toMatchObject({
      value: { state: "sending" },
    });
    expect(await told(ids.circularId)).toHaveLength(1);
  });

  it("sends no more of one event within a day than anybody would read, also when all are pressed at once", async () => {
    const { event, circular, actor, second, ids } = await aCircular();
    const { id: _id, ...same } = circular;
    const sent = { ...same, state: "sent" as const, releasedAt: new Date() };
    const yesterday = { ...sent, releasedAt: new Date(Date.now() - 25 * 3_600_000) };
    await db()
      .insert(circulars)
      .values([yesterday, ...Array.from({ length: MESSAGES_PER_DAY - 1 }, () => sent)]);
    const [other] = await db().insert(circulars).values(same).returning();
    const all = [ids, { eventId: event.id, circularId: other?.id }];
    const results = await Promise.all(
      all.map((input, at) => releaseCircular({ actor: at ? second : actor, input })),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results).toContainEqual(
      expect.objectContaining({ failure: expect.objectContaining({ reason: "messages_a_day" }) }),
    );
  });

  it("is refused to strangers and once it is over", async () => {
    const { actor, strangers, ids } = await aCircular();
    for (const stranger of strangers)
      expect(refusalOf(await releaseCircular({ actor: stranger, input: ids }))).toBe(NOT_ALLOWED);
    const stopped = { state: "stopped" as const, releasedAt: new Date() };
    await db().update(circulars).set(stopped).where(eq(circulars.id, ids.circularId));
    expect(await releaseCircular({ actor, input: ids })).toMatchObject({
      failure: { reason: "message_not_open" },
    });
  });
});
