import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { calendarFeeds } from "@/db/schema/calendar";
import { guest, personActor, seatActor } from "@/db/testing/actors";
import { anEvent, aPerson, aRegistration } from "@/db/testing/makers";
import { newId } from "@/lib/ids";
import { calendarAddressOf } from "../queries/personal";
import { shareCalendar } from "./share-calendar";

const rowsOf = (personId: (typeof calendarFeeds.$inferSelect)["personId"]) =>
  db().select().from(calendarFeeds).where(eq(calendarFeeds.personId, personId));

describe("shareCalendar", () => {
  it("gives one address, however many windows ask at once, and keeps it", async () => {
    const person = await aPerson();
    const actor = personActor(person);
    const asked = Array.from({ length: 8 }, () => shareCalendar({ actor, input: { want: "open" } }));
    for (const result of await Promise.all(asked)) expect(result.ok).toBe(true);
    expect(await rowsOf(person.id)).toHaveLength(1);
    const address = await calendarAddressOf(actor);
    expect(address).toMatch(/\/api\/calendar\/p\/[0-9a-z]{24}\.[\w-]{43}\.ics$/);
    await shareCalendar({ actor, input: { want: "open" } });
    expect(await calendarAddressOf(actor)).toBe(address);
  });

  it("renews and takes back", async () => {
    const actor = personActor(await aPerson());
    await shareCalendar({ actor, input: { want: "open" } });
    const before = await calendarAddressOf(actor);
    await shareCalendar({ actor, input: { want: "renew" } });
    const after = await calendarAddressOf(actor);
    expect(after).toBeDefined();
    expect(after).not.toBe(before);
    await shareCalendar({ actor, input: { want: "close" } });
    expect(await calendarAddressOf(actor)).toBeUndefined();
  });

  it("is nothing for guests, and never about somebody else", async () => {
    const [me, other] = [await aPerson(), await aPerson()];
    await shareCalendar({ actor: personActor(other), input: { want: "open" } });
    const address = await calendarAddressOf(personActor(other));
    const forged = { want: "close", personId: other.id };
    expect(await shareCalendar({ actor: personActor(me), input: forged })).toMatchObject({ ok: true });
    expect(await calendarAddressOf(personActor(other))).toBe(address);
    const seat = seatActor(await aRegistration(await anEvent()));
    for (const actor of [guest, seat])
      expect(await shareCalendar({ actor, input: { want: "open" } })).toMatchObject({
        failure: { kind: "not_found" },
      });
    expect(await shareCalendar({ actor: personActor(me), input: { want: "all" } })).toMatchObject({
      failure: { reason: "input" },
    });
  });

  it("finds nobody to share it for once the person was erased in another window", async () => {
    const actor = personActor({ id: newId("person") });
    expect(await shareCalendar({ actor, input: { want: "open" } })).toMatchObject({
      failure: { kind: "not_found", reason: "missing" },
    });
  });
});
