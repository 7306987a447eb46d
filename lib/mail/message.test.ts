import MailComposer from "nodemailer/lib/mail-composer";
import { describe, expect, it } from "vitest";
import { writeCalendar } from "@/lib/ics/calendar";
import { isDeliverable, type Message, mailboxOf, mailOptions, messageIdOf } from "./message";
import { oneLine, safeName, safeNote, unlinked } from "./plain";

const message = (more: Partial<Message> = {}): Message => ({
  dedupeKey: "registration.confirmed/fct_1",
  from: { name: "Netz über Plenum", address: "plenum@example.org" },
  to: { name: "Anna Beispiel", address: "anna@example.org" },
  subject: "Sie sind dabei",
  html: "<p>Grüße</p>",
  text: "Grüße",
  ...more,
});

const raw = (more: Partial<Message> = {}) =>
  new Promise<string>((resolve, reject) =>
    new MailComposer(mailOptions(message(more)))
      .compile()
      .build((error, built) => (error ? reject(error) : resolve(built.toString("utf8")))),
  );
const header = async (more: Partial<Message>) => (await raw(more)).split("\r\n\r\n")[0] ?? "";
const ics = writeCalendar({ method: "REQUEST", stamp: new Date(0), entries: [] });

describe("the message", () => {
  it("holds plain, HTML and calendar as alternatives, and the file beside them", async () => {
    const text = await raw({ calendar: { method: "REQUEST", ics } });
    const types = [...text.matchAll(/^Content-Type: ([^;\r\n]+)/gm)].map((match) => match[1]);
    expect(types).toEqual([
      "multipart/mixed",
      "multipart/alternative",
      "text/plain",
      "text/html",
      "text/calendar",
      "application/ics",
    ]);
    expect(text).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=REQUEST/);
    expect(text).toMatch(/filename=invite\.ics/);
  });

  it("can be ended by one post where no registration needs it (RFC 8058), and says nothing of it elsewhere", async () => {
    const address = `https://plenum.example.org/api/unsubscribe/${"x".repeat(300)}`;
    const text = await header({ unsubscribe: address });
    expect(text).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
    expect(text.replace(/\r\n\s+/g, " ").replace(/: +</g, ": <")).toContain(`List-Unsubscribe: <${address}>`);
    expect(await header({})).not.toContain("List-Unsubscribe");
  });

  it("carries the QR code it shows beside its HTML, as a picture that no address leads to", async () => {
    const html = '<img src="cid:einlass@plenum" alt="P1ABC">';
    const text = await raw({ html, ticket: "P1ABC", calendar: { method: "REQUEST", ics } });
    const types = [...text.matchAll(/^Content-Type: ([^;\r\n]+)/gm)].map((match) => match[1]);
    expect(types).toEqual([
      "multipart/mixed",
      "multipart/alternative",
      "text/plain",
      "multipart/related",
      "text/html",
      "image/gif",
      "text/calendar",
      "application/ics",
    ]);
    expect(text).toMatch(/^Content-Id: <einlass@plenum>/im);
  });

  it("has one Message-ID per dedupe key", async () => {
    const id = messageIdOf("registration.confirmed/fct_1", "plenum@example.org");
    expect(id).toMatch(/^<[0-9a-f]{40}@example\.org>$/);
    expect(await header({})).toContain(`Message-ID: ${id}`);
    expect(messageIdOf("registration.confirmed/fct_2", "plenum@example.org")).not.toBe(id);
  });

  it.each(["A\r\nBcc: v@x.test", "A\n.\nMAIL FROM:<v@x.test>", "A\u2028Bcc: v@x.test", 'A" <v@x.test>, "'])(
    "keeps one recipient and its headers whatever the name is: %j",
    async (name) => {
      const text = await header({ to: { name, address: "anna@example.org" }, subject: name });
      expect(text).not.toMatch(/^(Bcc|MAIL)/m);
      expect(mailOptions(message({ to: { name, address: "anna@example.org" } })).envelope).toEqual({
        from: "plenum@example.org",
        to: ["anna@example.org"],
      });
    },
  );

  it.each([
    ["anna+tag@example.org", true],
    ["anna@münchen.example", true],
    ['"e@attacker.test"@victim.test', false],
    ["a@b.test,c@d.test", false],
    ["a@b.test;c@d.test", false],
    ["x <v@victim.test>", false],
    ["anna@example.org\r\nBcc: v@x.test", false],
    ["anna", false],
  ])("%j is deliverable: %s", (address, answer) => {
    expect(isDeliverable(address)).toBe(answer);
  });

  it("reads the sender of the environment", () => {
    expect(mailboxOf("Plenum <plenum@example.org>")).toEqual({
      name: "Plenum",
      address: "plenum@example.org",
    });
    expect(mailboxOf('"A, B" <a@example.org>')).toEqual({ name: "A, B", address: "a@example.org" });
    expect(mailboxOf("a@example.org")).toEqual({ name: "", address: "a@example.org" });
  });
});

describe("what others typed", () => {
  it("is one line of at most 80 characters without hidden ones", () => {
    expect(oneLine("An\u202Ena\u200B\r\nBeispiel")).toBe("Anna Beispiel");
    expect([...oneLine("ä".repeat(200))]).toHaveLength(80);
  });

  it("links to nothing", () => {
    const name = safeName("Ihr Konto wurde gesperrt http://evil.test **klick** a@evil.test");
    expect(name).not.toMatch(/https?:\/\/|evil\.test|a@evil/);
    expect(unlinked("Dr. Anna Beispiel, 3. Etage")).toBe("Dr. Anna Beispiel, 3. Etage");
    expect(safeNote("eins\r\n\r\n\r\n\r\nzwei www.evil.test")).not.toContain("www.evil");
    expect(safeNote("x".repeat(1000))).toHaveLength(400);
  });
});
