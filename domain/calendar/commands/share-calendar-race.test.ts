import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { calendarFeeds } from "@/db/schema/calendar";
import { personActor } from "@/db/testing/actors";
import { aPerson } from "@/db/testing/makers";
import { withoutConflictOn, worstOf } from "@/db/testing/races";
import { shareCalendar } from "./share-calendar";

/** Eight windows of one person open and renew the address at once; how many addresses there are then. */
async function addresses(): Promise<number> {
  const person = await aPerson();
  const actor = personActor(person);
  const asked = Array.from({ length: 8 }, (_, number) =>
    shareCalendar({ actor, input: { want: number % 2 ? "open" : "renew" } }),
  );
  for (const result of await Promise.all(asked)) expect(result.ok).toBe(true);
  return db().$count(calendarFeeds, eq(calendarFeeds.personId, person.id));
}

it("leaves one address of those that are asked for at once", async () => {
  expect(await addresses()).toBe(1);
});

describe("the same without the key that a person's address has", () => {
  let putBack: () => void = () => undefined;
  beforeAll(async () => {
    await db().execute(sql`alter table calendar_feeds drop constraint calendar_feeds_one_per_person`);
    putBack = withoutConflictOn("calendar_feeds", "person_id");
  });
  afterAll(() => putBack());

  it("leaves several, of which nobody knows which one is meant", async () => {
    expect(await worstOf(addresses, 1)).toBeGreaterThan(1);
  });
});
