import { z } from "zod";
import { countOf, sql } from "../fixtures/database";
import { linkIn, type Mail, mailOfKind } from "../fixtures/mailbox";
import { callAction } from "../fixtures/server-actions";
import { expect, test } from "../fixtures/test";
import { Visitor } from "../fixtures/visitor";
import { moveEvent, planDraft } from "./planning-over-http";
import { freshAddress } from "./registering-over-http";

const HOSTILE = '<img src=x onerror="alert(1)"><script>alert(2)</script>[x](javascript:alert(3))\u202E🙂';
const RUNS = /<img src=x|<script>alert|(?:href|src)="javascript:|\u202E/;

const rowId = z.object({ id: z.string() });

async function idOf(text: string, value: string): Promise<string> {
  const [row] = await sql(rowId, text, [value]);
  if (!row) throw new Error(`nothing found by: ${text}`);
  return row.id;
}

/** A published event whose form asks one thing. */
async function askingEvent(organizer: Visitor) {
  const event = await planDraft(organizer, "Was Leute antworten");
  const form = {
    eventId: event.id,
    kind: "long",
    labelDe: "Anmerkung",
    labelEn: "Remark",
    purposeDe: "Zur Vorbereitung",
  };
  const action = "actions/forms.ts#saveQuestionAction";
  await callAction(organizer, { action, page: `${event.page}/form`, form });
  await moveEvent(organizer, event, "publish");
  return {
    ...event,
    field: `q.${await idOf("select id from form_questions where event_id = $1", event.id)}`,
  };
}

const isText = (mail: Mail) => {
  for (const part of [mail.subject, mail.html, mail.ics ?? ""]) expect(part).not.toMatch(RUNS);
};

test("S41: an answer is text on every page, in the mail and in the list that is taken away", async () => {
  const organizer = await new Visitor().signInAs("organizer");
  const event = await askingEvent(organizer);
  const email = freshAddress("s41");
  const form = { eventId: event.id, name: "Anna Beispiel", email, locale: "de", [event.field]: HOSTILE };
  const registered = await new Visitor().ask("/api/registrations", { form });
  expect(registered.location).toBe(`/e/${event.slug}/registered`);
  const id = await idOf("select id from registrations where email = $1", email);
  const mail = await mailOfKind(email, "registration.confirmed");
  isText(mail);
  const person = new Visitor();
  const { location } = await person.ask(new URL(linkIn(mail, "/j/")).pathname);
  await person.ask(location);

  for (const [who, path] of [
    [organizer, `${event.page}/people`],
    [organizer, `${event.page}/people/${id}`],
    [person, `/r/${id}`],
  ] as const) {
    const { status, text } = await who.ask(path);
    expect([path, status]).toEqual([path, 200]);
    expect(text, path).not.toMatch(RUNS);
    if (!path.endsWith("/people")) expect(text, path).toContain("&lt;img src=x");
  }
  for (const format of ["excel", "rfc4180"]) {
    const list = { format, locale: "de", back: `${event.page}/people` };
    const file = await organizer.ask(`/api/events/${event.id}/export`, { form: list });
    expect([file.status, file.headers["content-disposition"]]).toEqual([
      200,
      expect.stringContaining("attachment"),
    ]);
    expect(file.headers["x-content-type-options"]).toBe("nosniff");
    expect(file.text).toContain('<img src=x onerror=""alert(1)"">');
  }
});

test("S41: an answer of 100 KB is refused beside its field, and nothing of it is stored", async () => {
  const organizer = await new Visitor().signInAs("organizer");
  const event = await askingEvent(organizer);
  const email = freshAddress("s41");
  const form = {
    eventId: event.id,
    name: "Anna Beispiel",
    email,
    locale: "de",
    [event.field]: "x".repeat(100_000),
  };
  const headers = { accept: "application/json" };
  const answer = await new Visitor().ask("/api/registrations", { form, headers });
  expect(answer.status).toBe(422);
  expect(answer.text).toContain("too_long");
  expect(await countOf("registrations where email = $1", [email])).toBe(0);
});
