import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { mailRefusals, mails } from "@/db/schema/notifications";
import { guest, system } from "@/db/testing/actors";
import { aNetwork, anEvent, aRegistration } from "@/db/testing/makers";
import { isRefused } from "../queries/refusals";
import { claimMails } from "./claim-mails";
import { refuseMails } from "./refuse-mails";

const email = "kanaria@example.org";

describe("refuseMails", () => {
  it("ends the mails of one network for one address at once, as often as asked, and takes it back", async () => {
    const [network, other] = [await aNetwork(), await aNetwork()];
    const call = (want: string) =>
      refuseMails({ actor: guest, input: { networkId: network.id, email, want } });
    for (const want of ["off", "off"]) expect(await call(want)).toMatchObject({ ok: true });
    expect(await isRefused({ networkId: network.id, email })).toBe(true);
    expect(await isRefused({ networkId: other.id, email })).toBe(false);
    expect(await isRefused({ networkId: network.id, email: "andere@example.org" })).toBe(false);
    await call("on");
    expect(await isRefused({ networkId: network.id, email })).toBe(false);
  });

  it("keeps no address that anybody could read", async () => {
    const network = await aNetwork();
    await refuseMails({ actor: guest, input: { networkId: network.id, email, want: "off" } });
    const rows = await db().select().from(mailRefusals).where(eq(mailRefusals.networkId, network.id));
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain("kanaria");
  });

  it("takes out what waited already, and never what a registration needs", async () => {
    const network = await aNetwork();
    const event = await anEvent({ network });
    const registration = await aRegistration(event, { email: `${crypto.randomUUID()}@example.org` });
    const mail = {
      subjectId: registration.id,
      toEmail: registration.email,
      locale: "de" as const,
      eventId: event.id,
      subject: "x",
      html: "x",
      text: "x",
      nextAttemptAt: new Date(0),
    };
    const [news, needed] = [crypto.randomUUID(), crypto.randomUUID()];
    const unsubscribe = "https://plenum.example.org/api/unsubscribe/x";
    await db()
      .insert(mails)
      .values([
        { ...mail, kind: "circular.sent", dedupeKey: news, unsubscribe },
        { ...mail, kind: "registration.confirmed", dedupeKey: needed },
      ]);
    const input = { networkId: network.id, email: registration.email, want: "off" };
    await refuseMails({ actor: guest, input });
    const claimed = await claimMails({ actor: system, input: { limit: 100 } });
    const keys = claimed.ok ? claimed.value.mails.map(({ message }) => message.dedupeKey) : [];
    expect(keys).toContain(needed);
    expect(keys).not.toContain(news);
  });
});
