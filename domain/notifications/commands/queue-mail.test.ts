import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { mails } from "@/db/schema/notifications";
import { guest, system } from "@/db/testing/actors";
import { anEvent } from "@/db/testing/makers";
import { queueMail } from "./queue-mail";

const input = {
  dedupeKey: "signin.requested:cod_a",
  kind: "signin.requested",
  subjectId: "cod_a",
  to: { name: "", email: "anna@example.org" },
  locale: "de",
  eventId: null,
  subject: "Code",
  html: "<p>x</p>",
  text: "x",
};

describe("queue-mail", () => {
  it("queues one mail per dedupe key, however many ask at once", async () => {
    const event = await anEvent();
    const same = { ...input, dedupeKey: "same-key", eventId: event.id };
    const results = await Promise.all(
      Array.from({ length: 8 }, () => queueMail({ actor: system, input: same })),
    );
    expect(results.filter((result) => result.ok && result.value.mailId !== null)).toHaveLength(1);
    expect(await db().select().from(mails).where(eq(mails.dedupeKey, "same-key"))).toHaveLength(1);
  });

  it("is for the machine alone, and for kinds that exist", async () => {
    expect((await queueMail({ actor: guest, input })).ok).toBe(false);
    expect(await queueMail({ actor: system, input: { ...input, kind: "spam" } })).toMatchObject({
      failure: { reason: "input" },
    });
  });
});
