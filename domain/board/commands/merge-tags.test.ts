import { describe, expect, it, vi } from "vitest";
import { db } from "@/db/client";
import { aBoard, anEntry, aReader } from "@/db/testing/board";
import { worstOf } from "@/db/testing/races";
import { withoutGuard } from "@/db/testing/switches";
import { boardFor } from "../queries/entries";
import { tagRowsOf, taxonomyIn } from "../queries/taxonomy";
import { addTag } from "./add-tag";
import { mergeTags } from "./merge-tags";

/** Changes of an alliance's tags come one after the other; switched off, the very same merges must make a circle. */
const guard = vi.hoisted(() => ({ on: true }));

vi.mock("@/domain/kernel/turns", async (original) => {
  const { turnsWithSwitch } = await import("@/db/testing/switches");
  return turnsWithSwitch(await original<typeof import("@/domain/kernel/turns")>(), guard, {
    only: "taxonomy",
  });
});

const everything = {
  ...{ q: "", kinds: [], tag: "", cooperation: "", network: "", everywhere: false, solved: false },
  ...{ sort: "new" as const, page: 1 },
};

describe("merge-tags", () => {
  it("makes one of two: what has the first is found by the second, by both names", async () => {
    const [board, other] = [await aBoard(), await aBoard()];
    const { actor } = await aReader(board);
    const { id: networkId, allianceId } = board.network;
    const entry = await anEntry(board, { tags: ["leichtbau"] });
    const merge = (tag: string, into: string, who = board.office) =>
      mergeTags({ actor: who, input: { networkId, tag, into } });
    expect(await merge("leichtbau", "verbundwerkstoffe", other.office)).toMatchObject({
      failure: { reason: "missing" },
    });
    expect(await merge("leichtbau", "leichtbau")).toMatchObject({ failure: { reason: "same_tag" } });
    expect(await merge("leichtbau", "verbundwerkstoffe")).toMatchObject({ ok: true });
    expect(await merge("verbundwerkstoffe", "leichtbau")).toMatchObject({
      failure: { reason: "unknown_tag" },
    });
    const taxonomy = await taxonomyIn(allianceId);
    expect(taxonomy.resolve("leichtbau")).toBe("verbundwerkstoffe");
    expect(taxonomy.matching("leichtbau")).toEqual(["verbundwerkstoffe"]);
    const asked = {
      seriesId: board.series.id,
      allianceId,
      filter: { ...everything, tag: "verbundwerkstoffe" },
    };
    const found = await boardFor(actor, asked);
    expect(found.entries.map(({ id, tags }) => [id, tags[0]?.tag])).toEqual([
      [entry.id, "verbundwerkstoffe"],
    ]);
  });
});

/** Two offices merge the same two tags, each into the other's; how many of the two are gone then. */
async function crossed(): Promise<number> {
  const board = await aBoard();
  const { id: networkId, allianceId } = board.network;
  // The rows are there: writing them down at once would make the two wait for each other by itself.
  await addTag({
    actor: board.office,
    input: { networkId, field: "region", labelDe: "Neu", labelEn: "New" },
  });
  const merge = (tag: string, into: string) =>
    mergeTags({ actor: board.office, input: { networkId, tag, into } });
  await Promise.all([merge("robotik", "kleinserie"), merge("kleinserie", "robotik")]);
  const rows = await tagRowsOf(db(), allianceId);
  return rows.filter(({ mergedInto }) => mergedInto !== null).length;
}

describe("two offices that merge the same two, each into the other", { timeout: 120_000 }, () => {
  it("leave one of them", async () => {
    for (let run = 0; run < 5; run++) expect(await crossed()).toBe(1);
  });
});

describe("the same without turns", { timeout: 120_000 }, () => {
  withoutGuard(guard);

  it("make a circle", async () => {
    expect(await worstOf(crossed, 1)).toBeGreaterThan(1);
  });
});
