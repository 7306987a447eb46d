import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { entries, entryContacts } from "@/db/schema/board";
import { personBlocks } from "@/db/schema/matchmaking";
import { guest } from "@/db/testing/actors";
import { aBoard, anEntry, aReader } from "@/db/testing/board";
import { offerHelp } from "./offer-help";

it("tells the entry's side once, and brings an open entry into talks", async () => {
  const board = await aBoard();
  const [author, helper] = [await aReader(board), await aReader(board)];
  const entry = await anEntry(board, { personId: author.person.id });
  const offer = (actor = helper.actor) => offerHelp({ actor, input: { entryId: entry.id, note: "Gern" } });
  expect(await offer(guest)).toMatchObject({ failure: { reason: "missing" } });
  expect(await offer(author.actor)).toMatchObject({ failure: { reason: "own_entry" } });
  const answers = await Promise.all([offer(), offer(), offer()]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await offer()).toMatchObject({ failure: { reason: "already_offered" } });
  const [row] = await db().select().from(entries).where(eq(entries.id, entry.id));
  expect(row?.state).toBe("in_talks");
  expect(await db().$count(entryContacts, eq(entryContacts.entryId, entry.id))).toBe(1);
});

it("refuses what is solved, and looks missing to who is blocked, hidden or a stranger", async () => {
  const board = await aBoard();
  const stranger = await aReader(await aBoard());
  const [author, helper] = [await aReader(board), await aReader(board)];
  const { person } = author;
  const offer = (entryId: string, actor = helper.actor) => offerHelp({ actor, input: { entryId } });
  const solved = await anEntry(board, { personId: person.id, state: "solved", outcome: "contact" });
  expect(await offer(solved.id)).toMatchObject({ failure: { reason: "entry_over" } });
  const entry = await anEntry(board, { personId: person.id });
  expect(await offer(entry.id, stranger.actor)).toMatchObject({ failure: { reason: "missing" } });
  const hidden = { hiddenAt: new Date(), hiddenReason: "advertising" };
  expect(await offer((await anEntry(board, hidden)).id)).toMatchObject({ failure: { reason: "missing" } });
  await db().insert(personBlocks).values({ personId: person.id, blockedId: helper.person.id });
  expect(await offer(entry.id)).toMatchObject({ failure: { reason: "missing" } });
});
