import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { mails } from "@/db/schema/notifications";
import { system } from "@/db/testing/actors";
import { aCircular } from "@/db/testing/circulars";
import { aRegistration } from "@/db/testing/makers";
import { NOT_ALLOWED, refusalOf } from "@/db/testing/refusals";
import { circularKey, circularOf } from "../queries/circulars";
import { claimMails } from "./claim-mails";
import { queueMails } from "./queue-mails";
import { withdrawCircular } from "./withdraw-circular";

type Written = Awaited<ReturnType<typeof aCircular>>;

/** A mail of the message to somebody of its event. */
async function written({ event, circular }: Written) {
  const registration = await aRegistration(event);
  const mail = {
    dedupeKey: circularKey(circular.id, registration.id),
    kind: "circular.sent",
    subjectId: registration.id,
    to: { name: registration.name, email: registration.email },
    locale: "de",
    eventId: event.id,
    circularId: circular.id,
    subject: "Neues",
    html: "<p>x</p>",
    text: "x",
  };
  await queueMails({ actor: system, input: { mails: [mail] } });
  return mail.dedupeKey;
}
const stateOf = async (key: string) =>
  (await db().select().from(mails).where(eq(mails.dedupeKey, key)))[0]?.state;

describe("withdrawCircular", () => {
  it("deletes a draft, and makes a draft of what was handed in", async () => {
    const draft = await aCircular();
    expect(await withdrawCircular({ actor: draft.actor, input: draft.ids })).toMatchObject({ ok: true });
    expect(await circularOf(draft.ids.circularId)).toBeUndefined();
    const held = await aCircular({ state: "held" });
    await withdrawCircular({ actor: held.second, input: held.ids });
    expect(await circularOf(held.ids.circularId)).toMatchObject({ state: "draft" });
  });

  it("lets nothing more leave the house, also what a worker still wrote after it", async () => {
    const sending = await aCircular({ state: "sending", releasedAt: new Date() });
    const before = await written(sending);
    expect(await withdrawCircular({ actor: sending.actor, input: sending.ids })).toMatchObject({
      value: { state: "stopped" },
    });
    expect(await stateOf(before)).toBe("dropped");
    const after = await written(sending);
    const claimed = await claimMails({ actor: system, input: { limit: 100 } });
    const keys = claimed.ok ? claimed.value.mails.map(({ message }) => message.dedupeKey) : [];
    expect(keys).not.toContain(after);
    expect(await stateOf(after)).toBe("dropped");
  });

  it("is refused to strangers and a second time", async () => {
    const sent = await aCircular({ state: "sent", releasedAt: new Date() });
    for (const stranger of sent.strangers)
      expect(refusalOf(await withdrawCircular({ actor: stranger, input: sent.ids }))).toBe(NOT_ALLOWED);
    await withdrawCircular({ actor: sent.actor, input: sent.ids });
    expect(await withdrawCircular({ actor: sent.actor, input: sent.ids })).toMatchObject({
      failure: { reason: "message_not_open" },
    });
  });
});
