import { like } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { mails } from "@/db/schema/notifications";
import { guest, system } from "@/db/testing/actors";
import { anEvent } from "@/db/testing/makers";
import { MISSING, refusalOf } from "@/db/testing/refusals";
import { queueMails } from "./queue-mails";

async function someMails(word: string, count: number) {
  const { id } = await anEvent();
  return Array.from({ length: count }, (_, index) => ({
    dedupeKey: `${word}:${index}`,
    kind: "registration.reminder",
    subjectId: `reg_${index}`,
    to: { name: "Anna", email: `anna${index}@example.org` },
    locale: "de",
    eventId: id,
    subject: "Morgen",
    html: "<p>x</p>",
    text: "x",
  }));
}
const stored = (word: string) =>
  db()
    .select()
    .from(mails)
    .where(like(mails.dedupeKey, `${word}:%`));

describe("queue-mails", () => {
  it("R10: whoever begins again after a kill doubles nothing and loses nothing", async () => {
    const all = await someMails("again", 30);
    await queueMails({ actor: system, input: { mails: all.slice(0, 12) } });
    const again = await queueMails({ actor: system, input: { mails: all } });
    expect(again).toEqual({ ok: true, value: { queued: 18 } });
    expect(await stored("again")).toHaveLength(30);
  });

  it("two workers at the same part write it once", async () => {
    const all = await someMails("twice", 40);
    await Promise.all([0, 1].map(() => queueMails({ actor: system, input: { mails: all } })));
    expect(await stored("twice")).toHaveLength(40);
  });

  it("writes a part as a whole or not at all", async () => {
    const [first, ...rest] = await someMails("whole", 5);
    const broken = [...rest, { ...first, eventId: "evt_000000000000000000000000" }];
    await expect(queueMails({ actor: system, input: { mails: broken } })).rejects.toThrow();
    expect(await stored("whole")).toEqual([]);
  });

  it("is for the machine alone, and never for mails that strangers can cause", async () => {
    const input = { mails: await someMails("typed", 1) };
    expect(refusalOf(await queueMails({ actor: guest, input }))).toBe(MISSING);
    const typed = input.mails.map((mail) => ({ ...mail, kind: "registration.confirmed" }));
    expect(await queueMails({ actor: system, input: { mails: typed } })).toMatchObject({
      failure: { fields: { mails: ["typed_mail"] } },
    });
    expect(await stored("typed")).toEqual([]);
  });
});
