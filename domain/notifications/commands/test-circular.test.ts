import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { mails } from "@/db/schema/notifications";
import { aCircular } from "@/db/testing/circulars";
import { aRegistration } from "@/db/testing/makers";
import { NOT_ALLOWED, refusalOf } from "@/db/testing/refusals";
import { TEST_MAILS_PER_HOUR } from "../rules/circulars";
import { testCircular } from "./test-circular";

describe("testCircular", () => {
  it("needs somebody whose data it can show, and is refused to strangers", async () => {
    const { event, actor, strangers, ids } = await aCircular();
    expect(await testCircular({ actor, input: ids })).toMatchObject({
      failure: { reason: "nobody_registered" },
    });
    await aRegistration(event);
    expect(await testCircular({ actor, input: ids })).toMatchObject({ ok: true });
    for (const stranger of strangers)
      expect(refusalOf(await testCircular({ actor: stranger, input: ids }))).toBe(NOT_ALLOWED);
  });

  it("fills nobody's mailbox", async () => {
    const { event, author, actor, ids } = await aCircular();
    await aRegistration(event);
    const mail = {
      kind: "circular.test",
      toEmail: author.email,
      locale: "de" as const,
      subject: "Test",
      html: "x",
      text: "x",
      nextAttemptAt: new Date(),
    };
    const many = Array.from({ length: TEST_MAILS_PER_HOUR }, (_, index) => ({
      ...mail,
      dedupeKey: `circular.test:${ids.circularId}:${index}`,
    }));
    await db().insert(mails).values(many);
    expect(await testCircular({ actor, input: ids })).toMatchObject({ failure: { reason: "rate_limited" } });
  });

  it("counts what was asked for, however far the worker is", async () => {
    const { event, actor, ids } = await aCircular();
    await aRegistration(event);
    const results = await Promise.all(
      Array.from({ length: TEST_MAILS_PER_HOUR + 5 }, () => testCircular({ actor, input: ids })),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(TEST_MAILS_PER_HOUR);
  });
});
