import { expect, it } from "vitest";
import { aBoard } from "@/db/testing/board";
import { taxonomyIn } from "../queries/taxonomy";
import { changeTag } from "./change-tag";

it("renames a tag and keeps its id, within the own alliance", async () => {
  const [board, other] = [await aBoard(), await aBoard()];
  const { id: networkId, allianceId } = board.network;
  const input = {
    networkId,
    tag: "robotik",
    labelDe: "Robotik und Greifer",
    labelEn: "Robotics",
    synonyms: "Cobots",
  };
  expect(await changeTag({ actor: other.office, input })).toMatchObject({ failure: { reason: "missing" } });
  expect(await changeTag({ actor: board.office, input })).toMatchObject({ ok: true });
  expect((await taxonomyIn(allianceId)).named("robotik").words.de).toBe("Robotik und Greifer");
  expect((await taxonomyIn(other.network.allianceId)).named("robotik").words.de).toBe("Robotik");
  expect(await changeTag({ actor: board.office, input: { ...input, labelDe: "Spritzguss" } })).toMatchObject({
    failure: { reason: "label_taken" },
  });
  expect(await changeTag({ actor: board.office, input: { ...input, tag: "gibt-es-nicht" } })).toMatchObject({
    failure: { reason: "missing" },
  });
});
