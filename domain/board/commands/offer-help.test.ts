import { eq } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import { db } from "@/db/client";
import { entries, entryContacts } from "@/db/schema/board";
import { personBlocks } from "@/db/schema/matchmaking";
import { guest, organizerActor } from "@/db/testing/actors";
import { aBoard, anEntry, aReader } from "@/db/testing/board";
import { anOrganizer } from "@/db/testing/makers";
import { worstOf } from "@/db/testing/races";
import { withoutGuard } from "@/db/testing/switches";
import { offerHelp } from "./offer-help";

/** Offers of one person are counted in turns; switched off, the very same offers must pass the limit together. */
const guard = vi.hoisted(() => ({ on: true }));

vi.mock("@/domain/kernel/turns", async (original) => {
  const { turnsWithSwitch } = await import("@/db/testing/switches");
  return turnsWithSwitch(await original<typeof import("@/domain/kernel/turns")>(), guard, {
    only: "contacts",
  });
});

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

it("P24: brings no words to whoever keeps the one away who looks after the board, and none about what is hidden", async () => {
  const board = await aBoard();
  const { person } = await aReader(board);
  const helper = await anOrganizer(board.network);
  const office = organizerActor(helper, board.network);
  const offer = (entryId: string) =>
    offerHelp({ actor: office, input: { entryId, note: "Ich muss Sie dringend sprechen" } });
  const hidden = { personId: person.id, hiddenAt: new Date(), hiddenReason: "advertising" };
  expect(await offer((await anEntry(board, hidden)).id)).toMatchObject({ failure: { reason: "missing" } });
  const entry = await anEntry(board, { personId: person.id });
  await db().insert(personBlocks).values({ personId: person.id, blockedId: helper.id });
  // They read it, because they answer for what is said there; that is no way to write to its author.
  expect(await offer(entry.id)).toMatchObject({ failure: { reason: "missing" } });
  await db().delete(personBlocks).where(eq(personBlocks.personId, person.id));
  expect((await offer(entry.id)).ok).toBe(true);
});

/** Who has offered help nineteen times today offers it four times at once; how many offers there are then. */
async function offered(): Promise<number> {
  const board = await aBoard();
  const helper = await aReader(board);
  const personId = helper.person.id;
  const before = await Promise.all(Array.from({ length: 19 }, () => anEntry(board)));
  await db()
    .insert(entryContacts)
    .values(before.map(({ id: entryId }) => ({ entryId, personId })));
  const more = await Promise.all(Array.from({ length: 4 }, () => anEntry(board)));
  await Promise.all(more.map(({ id: entryId }) => offerHelp({ actor: helper.actor, input: { entryId } })));
  return db().$count(entryContacts, eq(entryContacts.personId, personId));
}

describe("S28: offers of one day", { timeout: 120_000 }, () => {
  it("are twenty at most, also at once", async () => {
    expect(await offered()).toBe(20);
  });

  describe("without turns", () => {
    withoutGuard(guard);

    it("are more", async () => {
      expect(await worstOf(offered, 20)).toBeGreaterThan(20);
    });
  });
});
