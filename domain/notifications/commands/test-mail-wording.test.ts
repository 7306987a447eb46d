import { and, eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { outbox } from "@/db/schema/kernel";
import { aCircular } from "@/db/testing/circulars";
import { aRegistration } from "@/db/testing/makers";
import { NOT_ALLOWED, refusalOf } from "@/db/testing/refusals";
import { TEST_MAILS_PER_HOUR } from "../rules/circulars";
import { testCircular } from "./test-circular";
import { testMailWording } from "./test-mail-wording";

describe("testMailWording", () => {
  it("asks for one mail to whoever asks, also before anybody is registered, and is refused to strangers", async () => {
    const { event, actor, author, strangers } = await aCircular();
    const input = { eventId: event.id, mail: "confirmed" };
    for (const stranger of strangers)
      expect(refusalOf(await testMailWording({ actor: stranger, input }))).toBe(NOT_ALLOWED);
    expect(await testMailWording({ actor, input })).toMatchObject({ ok: true });
    const isIt = and(eq(outbox.kind, "wording.tested"), sql`${outbox.payload} ->> 'eventId' = ${event.id}`);
    const facts = await db().select().from(outbox).where(isIt);
    expect(facts.map(({ payload }) => payload)).toEqual([{ ...input, personId: author.id }]);
    const unknown = await testMailWording({ actor, input: { ...input, mail: "repeated" } });
    expect(refusalOf(unknown)).toBe("invalid input mail: invalid");
  });

  it("fills nobody's mailbox: messages and own mails are counted together", async () => {
    const { event, actor, ids } = await aCircular();
    await aRegistration(event);
    const results = [];
    for (let number = 0; number < TEST_MAILS_PER_HOUR + 2; number++) {
      const test = number % 2 === 0 ? testCircular : testMailWording;
      const input = { ...ids, mail: "thanks" };
      results.push(await test({ actor, input }));
    }
    expect(results.filter(({ ok }) => ok)).toHaveLength(TEST_MAILS_PER_HOUR);
    expect(results.at(-1)).toMatchObject({ failure: { reason: "rate_limited" } });
  });
});
