import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { listings } from "@/db/schema/matchmaking";
import { personActor, seatActor } from "@/db/testing/actors";
import { aBoard, aReader } from "@/db/testing/board";
import { aTaker, aTalkEvent } from "@/db/testing/talks";
import { retireTag } from "@/domain/board/commands/retire-tag";
import { listingOf } from "../queries/listings";
import { publishListing } from "./publish-listing";

const wish = (needs: string[], offers: string[], sentence = "") => ({ needs, offers, sentence });

describe("publish-listing", () => {
  it("replaces what a person seeks and offers", async () => {
    const event = await aTalkEvent();
    const { person } = await aTaker(event);
    const actor = personActor(person);
    const input = { eventId: event.id, ...wish(["robotik", "robotik"], ["edge-ki"], "Kleine Serien") };
    expect(await publishListing({ actor, input })).toEqual({ ok: true, value: { tags: 2 } });
    await publishListing({ actor, input: { ...input, needs: ["leichtbau"], offers: [] } });
    const rows = await db().select().from(listings).where(eq(listings.personId, person.id));
    expect(rows.map(({ kind, tag, text }) => [kind, tag, text])).toEqual([
      ["need", "leichtbau", "Kleine Serien"],
    ]);
  });

  it("leaves what the same person says in another alliance", async () => {
    const [here, elsewhere] = [await aTalkEvent(), await aTalkEvent()];
    const { person } = await aTaker(here);
    await aTaker(elsewhere, { personId: person.id, email: person.email });
    const actor = personActor(person);
    const says = async ({ id: eventId }: typeof here, needs: string[], sentence: string) =>
      expect((await publishListing({ actor, input: { eventId, ...wish(needs, [], sentence) } })).ok).toBe(
        true,
      );
    await says(here, ["robotik"], "Kleine Serien");
    await says(elsewhere, ["robotik", "leichtbau"], "Große Teile");
    const said = ({ id }: typeof here) => listingOf(actor, id);
    expect(await said(here)).toEqual({ needs: ["robotik"], offers: [], sentence: "Kleine Serien" });
    expect(await said(elsewhere)).toMatchObject({ needs: ["leichtbau", "robotik"], sentence: "Große Teile" });
    await says(elsewhere, [], "");
    expect(await said(here)).toMatchObject({ needs: ["robotik"] });
    expect(await said(elsewhere)).toMatchObject({ needs: [] });
  });

  it("refuses tags outside of the taxonomy, more than five, and people who are not signed in", async () => {
    const event = await aTalkEvent();
    const { person, registration } = await aTaker(event);
    const call = (input: ReturnType<typeof wish>, actor = personActor(person)) =>
      publishListing({ actor, input: { eventId: event.id, ...input } });
    expect(await call(wish(["unbekannt"], []))).toMatchObject({ failure: { reason: "input" } });
    const six = ["robotik", "leichtbau", "rezyklate", "edge-ki", "kryotechnik", "vertrieb"];
    expect(await call(wish(six, []))).toMatchObject({ failure: { fields: { needs: ["too_many_tags"] } } });
    expect(await call(wish([], []), seatActor(registration))).toMatchObject({
      failure: { reason: "missing" },
    });
  });
});

it("a topic that is offered no longer stays with who has it, and nobody else takes it", async () => {
  const board = await aBoard();
  const { actor } = await aReader(board);
  const listing = { eventId: board.event.id, ...wish(["drohnen"], []) };
  expect((await publishListing({ actor, input: listing })).ok).toBe(true);
  const retired = { networkId: board.network.id, tag: "drohnen", retired: "yes" };
  expect((await retireTag({ actor: board.office, input: retired })).ok).toBe(true);
  expect((await publishListing({ actor, input: listing })).ok).toBe(true);
  expect((await publishListing({ actor, input: { ...listing, needs: [] } })).ok).toBe(true);
  expect(await publishListing({ actor, input: listing })).toMatchObject({
    failure: { reason: "input", fields: { needs: ["retired_tag"] } },
  });
});
