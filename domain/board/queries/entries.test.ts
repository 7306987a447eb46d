import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { hiddenFrom, listings, personBlocks } from "@/db/schema/matchmaking";
import { guest, personActor } from "@/db/testing/actors";
import { aBoard, anEntry, aReader, type Board } from "@/db/testing/board";
import { aMember, anAlliance, aPerson } from "@/db/testing/makers";
import type { Actor } from "@/domain/policy";
import { type BoardFilter, boardFor } from "./entries";
import { entryFor } from "./entry";

const everything: BoardFilter = {
  ...{ q: "", kinds: [], tag: "", cooperation: "", network: "", everywhere: false, solved: false },
  ...{ sort: "new", page: 1 },
};
const boardOf = (actor: Actor, { network, series }: Board, filter: Partial<BoardFilter> = {}) =>
  boardFor(actor, {
    seriesId: series.id,
    allianceId: network.allianceId,
    filter: { ...everything, ...filter },
  });
const titles = async (...asked: Parameters<typeof boardOf>) =>
  (await boardOf(...asked)).entries.map(({ title }) => title).sort();

describe("who reads what", () => {
  it("reads by audience, and nothing of another alliance by any role", async () => {
    const board = await aBoard();
    const foreign = await aBoard();
    const { network, event } = board;
    const reader = await aReader(board);
    const member = personActor(await aMember(network), [{ role: "member", networkId: network.id }]);
    await anEntry(board, { title: "alle", audience: "public" });
    await anEntry(board, { title: "verbund" });
    await anEntry(board, { title: "teilnehmende", audience: "participants", eventId: event.id });
    await anEntry(board, { title: "netz", audience: "network", audienceNetworkId: network.id });
    await anEntry(board, { title: "vorbei", audience: "public", validUntil: new Date(Date.now() - 1_000) });
    await anEntry(board, { title: "weg", audience: "public", hiddenAt: new Date(), hiddenReason: "other" });
    expect(await titles(guest, board)).toEqual(["alle"]);
    expect(await titles(personActor(await aPerson()), board)).toEqual(["alle"]);
    expect(await titles(reader.actor, board)).toEqual(["alle", "teilnehmende", "verbund"]);
    expect(await titles(member, board)).toEqual(["alle", "netz", "verbund"]);
    expect(await titles(foreign.office, board)).toEqual(["alle"]);
    expect(await titles(foreign.office, foreign, { everywhere: true })).toEqual([]);
    expect(await titles(board.office, board)).toHaveLength(6);
  });

  it("P24: hides a person's entries from whom they keep away, in both directions, and from organisations", async () => {
    const board = await aBoard();
    const author = await aReader(board);
    const [blocked, blocker, rival] = [
      await aReader(board),
      await aReader(board),
      await aReader(board, " Rivale GmbH "),
    ];
    const entry = await anEntry(board, { personId: author.person.id, audience: "public" });
    await db()
      .insert(personBlocks)
      .values([
        { personId: author.person.id, blockedId: blocked.person.id },
        { personId: blocker.person.id, blockedId: author.person.id },
      ]);
    await db().insert(hiddenFrom).values({ personId: author.person.id, organisation: "rivale gmbh" });
    for (const { actor } of [blocked, blocker, rival]) {
      expect(await titles(actor, board)).toEqual([]);
      expect(
        await entryFor(actor, { entryId: entry.id, allianceId: board.network.allianceId }),
      ).toBeUndefined();
    }
  });
});

describe("the search", () => {
  it("finds compound words by their parts, stems, synonyms, and with a letter wrong", async () => {
    const board = await aBoard();
    await anEntry(board, { title: "Spritzgusssimulation für Mikrobauteile", tags: ["kleinserie"] });
    await anEntry(board, { title: "Neue Gassensoren", text: "für Anlagen", tags: ["gassensorik"] });
    await anEntry(board, { title: "Etwas anderes", tags: ["robotik"] });
    const find = (q: string) => titles(board.office, board, { q });
    for (const q of ["Spritzguss", "spritzguss-simulation", "SIMULATION", "Spritzgusssimulaton", "bauteile"])
      expect(await find(q), q).toEqual(["Spritzgusssimulation für Mikrobauteile"]);
    expect(await find("Anlage")).toEqual(["Neue Gassensoren"]);
    expect(await find("Cobot")).toEqual(["Etwas anderes"]);
    expect(await find("Robotics")).toEqual(["Etwas anderes"]);
    expect(await find("Quantenkatze")).toEqual([]);
  });

  it.each(["%", "_", "\\", "' or 1=1 --", "a & | ! ( :*", "\u202e", "ä".repeat(100), "<b>", '"unclosed'])(
    "bears %j",
    async (q) => {
      const board = await aBoard();
      await anEntry(board);
      expect((await boardOf(board.office, board, { q })).total).toBeLessThanOrEqual(1);
    },
  );
});

describe("the list", () => {
  it("counts by kind, filters, goes page by page and says why an entry fits", async () => {
    const board = await aBoard();
    const { person, actor } = await aReader(board);
    for (let number = 0; number < 26; number++) await anEntry(board, { title: `Bedarf ${number}` });
    await anEntry(board, { kind: "offer", title: "Angebot", tags: ["edge-ki"], cooperation: ["pilot"] });
    await db()
      .insert(listings)
      .values({
        ...{ allianceId: board.network.allianceId, personId: person.id, kind: "need", tag: "edge-ki" },
      });
    // What they offer in another alliance is no reason here, though its topic has the same name.
    const elsewhere = { allianceId: (await anAlliance()).id, personId: person.id };
    await db()
      .insert(listings)
      .values({ ...elsewhere, kind: "offer", tag: "robotik" });
    const first = await boardOf(actor, board, { sort: "match" });
    expect([first.total, first.counts.need, first.counts.offer]).toEqual([27, 26, 1]);
    expect(first.entries).toHaveLength(24);
    expect(first.entries[0]).toMatchObject({ title: "Angebot", reason: { tag: "edge-ki" } });
    expect(first.entries[1]?.reason).toBeUndefined();
    expect((await boardOf(actor, board, { page: 2 })).entries).toHaveLength(3);
    expect(await titles(actor, board, { cooperation: "pilot" })).toEqual(["Angebot"]);
    expect(await titles(actor, board, { tag: "edge-ki" })).toEqual(["Angebot"]);
    expect(await titles(actor, board, { kinds: ["offer"] })).toEqual(["Angebot"]);
    expect(await titles(actor, board, { network: "gibt-es-nicht" })).toEqual([]);
    expect(first.topics.map(({ tag }) => tag)).toEqual(["robotik", "edge-ki"]);
  });
});
