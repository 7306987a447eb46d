import { expect, it } from "vitest";
import { aBoard } from "@/db/testing/board";
import { taxonomyIn } from "../queries/taxonomy";
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
