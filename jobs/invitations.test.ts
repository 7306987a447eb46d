import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { mailRefusals, mails } from "@/db/schema/notifications";
import { invitations } from "@/db/schema/registration";
import { system } from "@/db/testing/actors";
import { aRegistration } from "@/db/testing/makers";
import { anOffice } from "@/db/testing/seats";
import { claimMails } from "@/domain/notifications/commands/claim-mails";
import { listInvited } from "@/domain/notifications/queries/invited";
import { TYPED_MAILS_HELD, TYPED_MAILS_PER_HOUR } from "@/domain/notifications/rules";
import { invitePeople } from "@/domain/registration/commands/invite-people";
import { revokeInvitation } from "@/domain/registration/commands/revoke-invitation";
import { refusalHash } from "@/lib/tokens";
import { writeInvitations } from "./invitations";
import { PART } from "./mails/parts";

type Office = Awaited<ReturnType<typeof anOffice>>;

async function invited({ event, actor }: Office, text: string, locale = "de") {
  const result = await invitePeople({ actor, input: { eventId: event.id, text, locale } });
  if (!result.ok) throw new Error(result.failure.reason);
}
const mailsOf = ({ event }: Office) =>
  db()
    .select()
    .from(mails)
    .where(and(eq(mails.eventId, event.id), eq(mails.kind, "invitation.sent")))
    .orderBy(mails.toEmail);
const standing = async ({ event, actor }: Office) => {
  const list = await listInvited(actor, { eventId: event.id, page: 1, now: new Date() });
  return Object.fromEntries(list?.rows.map(({ email, as }) => [email, as]) ?? []);
};
/** So many counted mails that each of these addresses gets or waits for, the first of them within this hour. */
async function fill(emails: readonly string[], each: number): Promise<void> {
  const later = new Date(Date.now() + 1_800_000);
  for (const toEmail of emails) {
    const rows = Array.from({ length: each }, (_, n) => ({
      ...{ dedupeKey: `full-${toEmail}-${n}`, kind: "registration.confirmed", toEmail, counted: true },
      ...{ locale: "de" as const, subject: "x", html: "x", text: "x", state: "sent" as const },
      nextAttemptAt: new Date(),
      heldUntil: n < TYPED_MAILS_PER_HOUR ? null : later,
    }));
    await db().insert(mails).values(rows);
  }
}
const codeOf = async (email: string) =>
  (await db().select().from(invitations).where(eq(invitations.email, email)))[0]?.code ?? "";

describe("invitations of a list", () => {
  it("are written once each, in both forms and languages, with the code and a way to end them", async () => {
    const office = await anOffice();
    await invited(office, "Ada http://evil.test;ada@example.org");
    await invited(office, "ben@example.org", "en");
    await Promise.all([writeInvitations(), writeInvitations()]);
    await writeInvitations();
    const [ada, ben, ...more] = await mailsOf(office);
    expect(more).toEqual([]);
    expect(ada).toMatchObject({ subject: `Einladung: ${office.event.title}`, turn: 3, counted: true });
    expect(ada?.unsubscribe).toMatch(/\/api\/unsubscribe\//);
    for (const part of [ada?.text, ada?.html]) {
      expect(part).toContain(`/i/${await codeOf("ada@example.org")}`);
      expect(part).toContain("/unsubscribe?token=");
      expect(part).not.toContain("http://evil.test");
    }
    expect(ben).toMatchObject({ subject: `Invitation: ${office.event.title}`, locale: "en" });
    expect(await standing(office)).toEqual({ "ada@example.org": "waiting", "ben@example.org": "waiting" });
  });

  it("go to nobody who refused the network's mails or has registered meanwhile", async () => {
    const office = await anOffice();
    const { event } = office;
    const list = ["nein@example.org", "da@example.org", "ja@example.org"];
    await invited(office, list.join("\n"));
    const refusal = { networkId: event.networkId, email: "nein@example.org" };
    await db()
      .insert(mailRefusals)
      .values({ networkId: event.networkId, addressHash: refusalHash(refusal) });
    await aRegistration(event, { email: "da@example.org", provenAt: new Date() });
    await writeInvitations();
    expect((await mailsOf(office)).map(({ toEmail }) => toEmail)).toEqual(["ja@example.org"]);
    expect(await standing(office)).toEqual({
      ...{ "nein@example.org": "skipped", "da@example.org": "registered", "ja@example.org": "waiting" },
    });
  });

  it("go to who is registered by nothing but what a stranger typed, or waits for a yes", async () => {
    const office = await anOffice();
    const { event } = office;
    const [typed, asking] = ["getippt@example.org", "wartet@example.org"];
    await invited(office, `${typed}\n${asking}`);
    await aRegistration(event, { email: typed });
    await aRegistration(event, {
      ...{ email: asking, status: "pending", confirmedAt: null, provenAt: new Date() },
    });
    await writeInvitations();
    await claimMails({ actor: system, input: { limit: 100 } });
    const all = await mailsOf(office);
    expect(all.map(({ toEmail, state }) => [toEmail, state])).toEqual([
      [typed, "queued"],
      [asking, "queued"],
    ]);
    expect(await standing(office)).toEqual({ [typed]: "waiting", [asking]: "waiting" });
  });

  it("are not sent any more once they are withdrawn, used, refused or not needed, however late that is", async () => {
    const office = await anOffice();
    const { event, actor } = office;
    await invited(
      office,
      "weg@example.org\nbenutzt@example.org\nda@example.org\nnein@example.org\nja@example.org",
    );
    await writeInvitations();
    const rows = await db().select().from(invitations).where(eq(invitations.eventId, event.id));
    const gone = rows.find(({ email }) => email === "weg@example.org");
    await revokeInvitation({ actor, input: { invitationId: gone?.id } });
    await db().update(invitations).set({ uses: 1 }).where(eq(invitations.email, "benutzt@example.org"));
    await aRegistration(event, { email: "da@example.org", provenAt: new Date() });
    const refusal = { networkId: event.networkId, email: "nein@example.org" };
    await db()
      .insert(mailRefusals)
      .values({ networkId: event.networkId, addressHash: refusalHash(refusal) });
    await claimMails({ actor: system, input: { limit: 100 } });
    const left = (await mailsOf(office)).filter(({ state }) => state === "queued");
    expect(left.map(({ toEmail }) => toEmail)).toEqual(["ja@example.org"]);
    expect(await standing(office)).toMatchObject({
      ...{ "weg@example.org": "withdrawn", "benutzt@example.org": "used", "nein@example.org": "skipped" },
    });
  });

  it("wait for their hour where an address has had its fill of such mails (decision 006)", async () => {
    const office = await anOffice();
    const full = "voll@example.org";
    await fill([full], TYPED_MAILS_PER_HOUR);
    await invited(office, full);
    await writeInvitations();
    const [mail] = await mailsOf(office);
    expect(mail?.heldUntil?.getTime()).toBeGreaterThan(Date.now() + 3_000_000);
  });

  it("go to who comes behind more addresses than one part holds that get none", async () => {
    const office = await anOffice();
    const full = Array.from({ length: PART + 5 }, (_, n) => `satt-${n}@example.org`);
    await fill(full, TYPED_MAILS_PER_HOUR + TYPED_MAILS_HELD);
    await invited(office, full.join("\n"));
    await invited(office, "frei@example.org");
    await writeInvitations();
    expect((await mailsOf(office)).map(({ toEmail }) => toEmail)).toEqual(["frei@example.org"]);
  });
});
