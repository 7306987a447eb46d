import { z } from "zod";
import { countOf, sql } from "../fixtures/database";
import { eventWithSeats } from "../fixtures/event-with-seats";
import { mailsTo } from "../fixtures/mailbox";
import { expect, test } from "../fixtures/test";
import { Visitor } from "../fixtures/visitor";
import { moveEvent, planDraft } from "./planning-over-http";
import { eventIdOf, freshAddress, registerOverHttp } from "./registering-over-http";

const json = { accept: "application/json" };
async function eventWhere(condition: string): Promise<string> {
  const [row] = await sql(z.object({ id: z.string() }), `select id from events where ${condition} limit 1`);
  if (!row) throw new Error(`the demo has no event that is ${condition}`);
  return row.id;
}

/** An open event of its own, changed by this; without a waiting list and with so many seats where that is said. */
async function eventThat(change: string, { waitlist = true, seats = 5 }) {
  const event = await eventWithSeats(seats);
  await sql(z.object({}), `update events set ${change} where id = $1`, [event.id]);
  await sql(z.object({}), `update seat_plans set waitlist = ${waitlist} where event_id = $1`, [event.id]);
  return event;
}

test("S38: events that take nobody refuse a direct post, without a row and without a mail", async () => {
  const organizer = await new Visitor().signInAs("organizer");
  const draft = await planDraft(organizer, "Noch nicht öffentlich");
  const cancelled = await planDraft(organizer, "Findet nicht statt");
  await moveEvent(organizer, cancelled, "publish");
  await moveEvent(organizer, cancelled, "cancel");
  const kinds = {
    draft: draft.id,
    cancelled: cancelled.id,
    past: await eventWhere("status = 'ended'"),
    "members only": await eventWhere("members_only and status = 'published'"),
    closed: (await eventThat("registration_closes_at = now() - interval '1 minute'", {})).id,
    full: (await eventThat("title = 'Voll'", { waitlist: false, seats: 0 })).id,
  };
  for (const [kind, eventId] of Object.entries(kinds)) {
    const email = freshAddress("s38");
    const form = { eventId, name: "Direkte Post", email, locale: "de" };
    const answer = await new Visitor().ask("/api/registrations", { form, headers: json });
    expect([403, 404, 409], `${kind}: ${answer.text}`).toContain(answer.status);
    expect(await countOf("registrations where email = $1", [email]), kind).toBe(0);
    expect((await mailsTo(email)).length, kind).toBe(0);
  }
});

test("S37: extra fields of a registration are ignored", async () => {
  const email = freshAddress("s37");
  const eventId = await eventIdOf("angebote-treffen-gesuche");
  const form = {
    ...{ eventId, name: "Extra Feld", email, locale: "de" },
    ...{ role: "host", status: "confirmed", place: "1", provenAt: "2020-01-01", createdAt: "2020-01-01" },
    ...{ personId: "per_000000", capacity: "9999" },
  };
  expect((await new Visitor().ask("/api/registrations", { form, headers: json })).status).toBe(200);
  const where = "registrations where email = $1 and proven_at is null and person_id is null";
  expect(await countOf(`${where} and created_at > now() - interval '5 minutes'`, [email])).toBe(1);
});

const strange: Record<string, string> = {
  NUL: "Anna\u0000Beispiel",
  "U+FFFE": "Anna\uFFFEBeispiel",
  decomposed: "Anna Muller\u0308",
  "right to left": "Anna \u202Eleipsieb",
  markup: '<img src=x onerror=alert(1)>"><script>alert(1)</script>',
  "zero width only": "\u200B\u200D\uFEFF",
  "a megabyte": "x".repeat(1_000_000),
  marks: `Anna${"\u0301".repeat(5_000)}`,
};

test("S51, S45: strange text is stored clean or refused, never a failure of ours", async () => {
  const eventId = await eventIdOf("angebote-treffen-gesuche");
  for (const [what, name] of Object.entries(strange)) {
    for (const field of ["name", "organisation"]) {
      const email = freshAddress("s51");
      const form = { eventId, name: "Anna Beispiel", email, locale: "de", [field]: name };
      const asForm = await new Visitor().ask("/api/registrations", { form, headers: json });
      expect([200, 400, 413, 422], `${what} in ${field}: ${asForm.text.slice(0, 100)}`).toContain(
        asForm.status,
      );
      const stored = await sql(
        z.object({ name: z.string(), organisation: z.string() }),
        "select name, organisation from registrations where email = $1",
        [email],
      );
      for (const row of stored) {
        expect(`${row.name}${row.organisation}`, what).not.toMatch(/[\p{Cc}\p{Cf}\uFFFE]/u);
        expect(row.name.length, what).toBeLessThanOrEqual(80);
      }
    }
  }
});

test("S51: a lone surrogate and broken JSON are a bad request", async () => {
  const eventId = await eventIdOf("angebote-treffen-gesuche");
  const surrogate = `{"eventId":"${eventId}","name":"Anna \\ud800","email":"${freshAddress("s51")}","locale":"de"}`;
  for (const body of [surrogate, "{", "[]", "null", '"text"', '{"__proto__":{"role":"host"}}']) {
    const raw = { type: "application/json", body };
    const answer = await new Visitor().ask("/api/registrations", { raw, headers: json });
    expect([400, 422], `${body.slice(0, 60)}: ${answer.text.slice(0, 100)}`).toContain(answer.status);
  }
});

test("S15, S20: addresses that name somebody else beside or inside are refused", async () => {
  const wrong = [
    ...['"e@attacker.test"@victim.test', 'x" <v@victim.test>', "a@b.test,c@d.test", "a@b.test;c@d.test"],
    ...[
      "Name <a@b.test>",
      "group: a@b.test;",
      "a@b.test\r\nBcc: v@x.test",
      "a@b.test\n.\nMAIL FROM",
      "a@@b.test",
    ],
  ];
  for (const email of wrong) {
    const answer = await registerOverHttp(new Visitor(), { slug: "angebote-treffen-gesuche", email });
    expect([400, 422], `${email}: ${answer.text.slice(0, 100)}`).toContain(answer.status);
    const signIn = await new Visitor().ask("/api/sign-in/request", {
      form: { email, locale: "de" },
      headers: json,
    });
    expect([400, 422], `${email}: ${signIn.text.slice(0, 100)}`).toContain(signIn.status);
  }
});

test("S51: NUL in a query is a bad request, whatever reads it", async () => {
  for (const path of [
    "/api/where-am-i?event=%00&tab=x",
    "/api/stream?poll=1&event=a%00b",
    "/events/find?q=%00",
  ])
    expect((await new Visitor().ask(path)).status, path).toBe(400);
});

test("S19, S51: a form leads back to a page of ours, whatever stands in the place to go back to", async () => {
  const anna = await new Visitor().signInAs("participant");
  const strange = [
    "/me/\u20ac",
    "/me/\u{1F600}",
    "/me/\r\nX-Evil: 1",
    "/me/\\evil.test",
    `/me/${"a".repeat(9_000)}`,
  ];
  for (const back of [...strange, "//evil.test", "/api/sign-in/out"]) {
    const answer = await anna.ask("/api/meetings/mtg_000000/cancel", { form: { back, locale: "de" } });
    expect(answer.status, back.slice(0, 20)).toBe(303);
    expect(answer.location, back.slice(0, 20)).toMatch(/^\/me[/%\w]*$/);
    expect(answer.headers["x-evil"]).toBeUndefined();
  }
});

test("S51: a refused form with endless field names is still answered", async () => {
  const form = {
    eventId: await eventIdOf("angebote-treffen-gesuche"),
    ["k".repeat(200_000)]: "v",
    locale: "de",
  };
  const answer = await new Visitor().ask("/api/registrations", { form });
  expect(answer.status).toBe(303);
});
