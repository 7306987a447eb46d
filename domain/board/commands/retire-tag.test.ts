import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { entries } from "@/db/schema/board";
import { aBoard, anEntry, aReader, entrySaid } from "@/db/testing/board";
import { taxonomyIn } from "../queries/taxonomy";
import { changeEntry } from "./change-entry";
import { postEntry } from "./post-entry";
import { retireTag } from "./retire-tag";

it("takes a tag out of the choice, names it all the same, and puts it back", async () => {
  const [board, other] = [await aBoard(), await aBoard()];
  const { id: networkId, allianceId } = board.network;
  const retire = (retired: string, actor = board.office) =>
    retireTag({ actor, input: { networkId, tag: "drohnen", retired } });
  const offered = async () =>
    (await taxonomyIn(allianceId)).fields
      .flatMap(({ tags }) => tags.map(({ tag }) => tag))
      .includes("drohnen");
  expect(await retire("yes", other.office)).toMatchObject({ failure: { reason: "missing" } });
  await retire("yes");
  expect(await offered()).toBe(false);
  expect((await taxonomyIn(allianceId)).named("drohnen").words.de).toBe("Drohnen");
  await retire("no");
  expect(await offered()).toBe(true);
});

it("gives a retired tag to nothing new, and leaves it to what has it", async () => {
  const board = await aBoard();
  const { person, actor } = await aReader(board);
  const { id: networkId } = board.network;
  const entry = await anEntry(board, { personId: person.id, tags: ["drohnen"] });
  await retireTag({ actor: board.office, input: { networkId, tag: "drohnen", retired: "yes" } });

  const refused = { ok: false, failure: { reason: "input", fields: { tags: ["retired_tag"] } } };
  const said = entrySaid(board.series.id, { tags: ["drohnen"] });
  expect(await postEntry({ actor, input: said })).toMatchObject(refused);
  const other = await anEntry(board, { personId: person.id });
  expect(await changeEntry({ actor, input: { ...said, entryId: other.id } })).toMatchObject(refused);
  expect((await changeEntry({ actor, input: { ...said, entryId: entry.id } })).ok).toBe(true);
  const [row] = await db().select().from(entries).where(eq(entries.id, entry.id));
  expect(row?.tags).toEqual(["drohnen"]);
});
