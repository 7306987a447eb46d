import { and, eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { flashFor } from "@/auth/flash";
import { seatsIn } from "@/auth/seats";
import { db } from "@/db/client";
import { outbox } from "@/db/schema/kernel";
import { registrations } from "@/db/schema/registration";
import { guest } from "@/db/testing/actors";
import { aQuestion } from "@/db/testing/forms";
import { aNetwork, anEvent, aSeries } from "@/db/testing/makers";
import { cookiesFrom, noParams } from "@/db/testing/requests";
import { weekSaid } from "@/domain/registration/labels";
import { cookiesIn } from "@/lib/cookies";
import { origin } from "@/lib/env";
import { POST } from "./route";

async function scene() {
  const network = await aNetwork();
  const week = await aSeries(network);
  const common = { network, seriesId: week.id };
  const open = await anEvent(common);
  const small = await anEvent({ ...common, capacity: 1 });
  await POST(post({ ...ada, email: email(), seriesId: week.id, eventIds: small.id }), noParams);
  const asking = await anEvent(common);
  await aQuestion(asking, { required: true });
  const intern = await anEvent({ ...common, membersOnly: true });
  return { network, week, open, small, asking, intern };
}

type Fields = Record<string, string | readonly string[]>;
function post(fields: Fields, more: Record<string, string> = {}): Request {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(fields))
    for (const one of typeof value === "string" ? [value] : value) form.append(name, one);
  const type = "application/x-www-form-urlencoded";
  const headers = { origin: origin(), "content-type": type, ...more };
  return new Request(`${origin()}/api/registrations/week`, { method: "POST", body: form, headers });
}
const ada = { name: "Ada Beispiel", locale: "de" };
const email = () => `ada-${crypto.randomUUID().slice(0, 8)}@example.org`;
const rowsOf = (address: string) => db().select().from(registrations).where(eq(registrations.email, address));
const repeated = (registrationId: string) =>
  db().$count(
    outbox,
    and(
      eq(outbox.kind, "registration.repeated"),
      sql`${outbox.payload} ->> 'registrationId' = ${registrationId}`,
    ),
  );

describe("POST /api/registrations/week", () => {
  it("registers for each ticked event by itself and says of each what became of it", async () => {
    const { week, open, small, asking, intern } = await scene();
    const address = email();
    const eventIds = [open, small, asking, intern].map(({ id }) => id);
    const fields = { ...ada, email: address, seriesId: week.id, eventIds };
    const answer = await POST(post(fields), noParams);
    expect(answer.status).toBe(303);
    const to = new URL(answer.headers.get("location") ?? "", origin());
    expect(to.pathname).toBe(`/s/${week.slug}/registered`);
    expect(Object.fromEntries(to.searchParams)).toEqual({
      [open.id]: "confirmed",
      [small.id]: "waiting",
      [asking.id]: "questions",
      [intern.id]: "refused",
    });
    expect((await rowsOf(address)).map(({ eventId }) => eventId).sort()).toEqual([open.id, small.id].sort());
    const cookies = cookiesIn(cookiesFrom(answer));
    expect((await seatsIn(cookies)).map(({ eventId }) => eventId).sort()).toEqual([open.id, small.id].sort());
    const own = answer.headers.getSetCookie().find((one) => one.includes(`/e/${asking.slug}/register`));
    const flash = await flashFor(guest, own?.split(";")[0]?.split("=").slice(1).join("="));
    expect(flash).toMatchObject({ entered: { name: ada.name, email: address } });
  });

  it("says of an event whose registration opens later that it is not open yet, and takes the others", async () => {
    const { network, week, open } = await scene();
    const registrationOpensAt = new Date(Date.now() + 3_600_000);
    const early = await anEvent({ network, seriesId: week.id, registrationOpensAt });
    const fields = { ...ada, email: email(), seriesId: week.id, eventIds: [early.id, open.id] };
    const answer = await POST(post(fields), noParams);
    const said = weekSaid(
      Object.fromEntries(new URL(answer.headers.get("location") ?? "", origin()).searchParams),
    );
    expect([said.get(early.id), said.get(open.id)]).toEqual(["not_open_yet", "confirmed"]);
  });

  it("takes the same press twice as one", async () => {
    const { week, open, small } = await scene();
    const address = email();
    const key = crypto.randomUUID();
    const fields = { ...ada, email: address, seriesId: week.id, eventIds: open.id, idempotencyKey: key };
    const both = await Promise.all([POST(post(fields), noParams), POST(post(fields), noParams)]);
    const places = both.map((answer) => answer.headers.get("location"));
    expect(new Set(places)).toEqual(new Set([`/s/${week.slug}/registered?${open.id}=confirmed`]));
    const rows = await rowsOf(address);
    expect(rows).toHaveLength(1);
    // Going back and ticking one more is a new press for that one alone.
    await POST(post({ ...fields, eventIds: [open.id, small.id] }), noParams);
    expect(await rowsOf(address)).toHaveLength(2);
    expect(await repeated(rows[0]?.id ?? "")).toBe(0);
  });

  it("leads back with everything typed where nothing is ticked or the address is none", async () => {
    const { week, open } = await scene();
    const wrong = [
      { ...ada, email: email(), seriesId: week.id },
      { ...ada, email: "ada@", seriesId: week.id, eventIds: open.id },
    ];
    for (const fields of wrong) {
      const answer = await POST(post(fields), noParams);
      expect(answer.headers.get("location")).toBe(`/s/${week.slug}/register`);
      const flash = await flashFor(guest, cookiesIn(cookiesFrom(answer)).get("flash"));
      expect(flash).toMatchObject({ entered: { name: ada.name }, failure: { reason: "input" } });
    }
  });

  it("knows no series that is not announced", async () => {
    const network = await aNetwork();
    const planned = await aSeries(network);
    const event = await anEvent({ network, seriesId: planned.id, status: "draft" });
    for (const seriesId of [planned.id, "ser_missing000", ""]) {
      const fields = { ...ada, email: email(), seriesId, eventIds: event.id };
      expect((await POST(post(fields), noParams)).status).toBe(404);
    }
  });
});
