import { expect, it } from "vitest";
import { db } from "@/db/client";
import { entryContacts } from "@/db/schema/board";
import { personBlocks } from "@/db/schema/matchmaking";
import { aBoard, anEntry, aReader } from "@/db/testing/board";
import { entryFor } from "../queries/entry";
import { answerContact } from "./answer-contact";

it("shows addresses to both once the entry's side has agreed, and to nobody before or else", async () => {
  const board = await aBoard();
  const [helper, other] = [await aReader(board), await aReader(board)];
  const entry = await anEntry(board, { anonymous: true, organisation: "Geheim GmbH" });
  const [contact] = await db()
    .insert(entryContacts)
    .values({ entryId: entry.id, personId: helper.person.id, note: "Gern" })
    .returning();
  if (!contact) throw new Error("no contact");
  const place = { entryId: entry.id, allianceId: board.network.allianceId };
  const seenBy = async (actor: typeof helper.actor) => JSON.stringify(await entryFor(actor, place));
  const answer = (actor: typeof helper.actor, said = "agreed") =>
    answerContact({ actor, input: { contactId: contact.id, answer: said } });
  const publicPart = await entryFor(helper.actor, place);
  expect(publicPart?.by.organisation).toBe("");
  expect(publicPart?.myContact).toEqual({ state: "asked", email: null, organisation: "" });
  expect(await seenBy(board.office)).not.toContain(helper.person.email);
  for (const actor of [helper.actor, other.actor])
    expect(await answer(actor)).toMatchObject({ failure: { reason: "missing" } });
  expect(await answer(board.office)).toMatchObject({ ok: true });
  expect(await answer(board.office, "declined")).toMatchObject({ failure: { reason: "already_answered" } });
  expect((await entryFor(helper.actor, place))?.myContact).toEqual({
    ...{ state: "agreed", email: board.network.contactEmail, organisation: "Geheim GmbH" },
  });
  expect(await seenBy(board.office)).toContain(helper.person.email);
  expect(await seenBy(other.actor)).not.toContain(helper.person.email);
  expect((await entryFor(other.actor, place))?.contacts).toEqual([]);
});

it("P24: shows nothing to either once one of the two keeps the other away", async () => {
  const board = await aBoard();
  const [author, helper] = [await aReader(board), await aReader(board)];
  const entry = await anEntry(board, { personId: author.person.id });
  const [contact] = await db()
    .insert(entryContacts)
    .values({ entryId: entry.id, personId: helper.person.id, note: "Gern" })
    .returning();
  if (!contact) throw new Error("no contact");
  await db().insert(personBlocks).values({ personId: helper.person.id, blockedId: author.person.id });
  const input = { contactId: contact.id, answer: "agreed" };
  expect(await answerContact({ actor: author.actor, input })).toMatchObject({
    failure: { reason: "missing" },
  });
  const place = { entryId: entry.id, allianceId: board.network.allianceId };
  expect((await entryFor(author.actor, place))?.contacts).toEqual([]);
});
