import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { suggestionDismissals } from "@/db/schema/matchmaking-suggestions";
import { guest, personActor, seatActor } from "@/db/testing/actors";
import { aTaker, aTalkEvent } from "@/db/testing/talks";
import { listDismissed, listSuggestions } from "../queries/suggestions";
import { blockPerson } from "./block-person";
import { dismissSuggestion } from "./dismiss-suggestion";
import { publishListing } from "./publish-listing";

async function aPair() {
  const event = await aTalkEvent();
  const [anna, ben] = [await aTaker(event), await aTaker(event)];
  const says = (who: typeof anna, needs: string[], offers: string[]) =>
    publishListing({ actor: personActor(who.person), input: { eventId: event.id, needs, offers } });
  await says(anna, ["robotik"], ["edge-ki"]);
  await says(ben, ["edge-ki"], ["robotik"]);
  const dismiss = (reason: string, actor = personActor(anna.person)) =>
    dismissSuggestion({ actor, input: { eventId: event.id, personId: ben.person.id, reason } });
  const seen = async () =>
    Promise.all(
      [anna, ben].map(async ({ person }) =>
        (await listSuggestions(personActor(person), event.id)).map(({ personId }) => personId),
      ),
    );
  return { event, anna, ben, dismiss, seen };
}

describe("dismiss-suggestion", () => {
  it("takes the two off each other's list, keeps the last reason, and can be taken back", async () => {
    const { event, anna, ben, dismiss, seen } = await aPair();
    const both = [[ben.person.id], [anna.person.id]];
    expect(await seen()).toEqual(both);
    expect(await dismiss("topic")).toEqual({ ok: true, value: { dismissed: true } });
    expect(await dismiss("known", seatActor(anna.registration))).toMatchObject({ ok: true });
    expect(await seen()).toEqual([[], []]);
    const rows = await db()
      .select({ reason: suggestionDismissals.reason })
      .from(suggestionDismissals)
      .where(eq(suggestionDismissals.eventId, event.id));
    expect(rows).toEqual([{ reason: "known" }]);
    const named = { personId: ben.person.id, name: ben.person.name };
    expect(await listDismissed(personActor(anna.person), event.id)).toMatchObject([named]);
    expect(await listDismissed(personActor(ben.person), event.id), "nobody hears of it").toEqual([]);
    expect(await dismiss("undo")).toEqual({ ok: true, value: { dismissed: false } });
    expect(await seen()).toEqual(both);
  });

  it("is nobody's who has no side there, and finds nobody who can't be found", async () => {
    const { event, anna, ben, dismiss } = await aPair();
    const silent = await aTaker(event, { talksOptIn: false });
    const elsewhere = await aTaker(await aTalkEvent());
    const missing = { failure: { reason: "missing" } };
    expect(await dismiss("topic", guest)).toMatchObject(missing);
    expect(await dismiss("topic", personActor(elsewhere.person))).toMatchObject(missing);
    expect(await dismiss("topic", personActor(silent.person))).toMatchObject({
      failure: { reason: "not_opted_in" },
    });
    expect(await dismiss("because")).toMatchObject({ failure: { fields: { reason: ["choose_reason"] } } });
    const other = (personId: string) =>
      dismissSuggestion({
        actor: personActor(anna.person),
        input: { eventId: event.id, personId, reason: "topic" },
      });
    expect(await other(anna.person.id)).toMatchObject({ failure: { reason: "with_oneself" } });
    for (const { person } of [silent, elsewhere]) expect(await other(person.id)).toMatchObject(missing);
    await blockPerson({
      actor: personActor(ben.person),
      input: { personId: anna.person.id, blocked: "yes" },
    });
    expect(await dismiss("topic"), "who is blocked sees what everybody sees").toMatchObject(missing);
    const mine = and(
      eq(suggestionDismissals.eventId, event.id),
      eq(suggestionDismissals.personId, anna.person.id),
    );
    expect(await db().$count(suggestionDismissals, mine)).toBe(0);
  });
});
