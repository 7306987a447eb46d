import { expect, it } from "vitest";
import { aBoard, aReader } from "@/db/testing/board";
import { taxonomyFor, taxonomyIn } from "../queries/taxonomy";
import { addTag } from "./add-tag";

const words = {
  field: "produktion",
  labelDe: "Ölnebelabscheider",
  labelEn: "Oil mist separators",
  synonyms: "Filter, Abluft",
};

it("adds a tag for the whole alliance, or for one event of the network", async () => {
  const board = await aBoard();
  const other = await aBoard();
  const { actor } = await aReader(board);
  const { id: networkId, allianceId } = board.network;
  const add = (values: Record<string, unknown> = {}, who = board.office) =>
    addTag({ actor: who, input: { networkId, ...words, ...values } });
  expect(await add({}, actor)).toMatchObject({ failure: { reason: "missing" } });
  expect(await add({ eventId: other.event.id })).toMatchObject({ failure: { reason: "missing" } });
  expect(await add()).toEqual({ ok: true, value: { tag: "oelnebelabscheider" } });
  expect(await add({ labelDe: "ölnebelabscheider" })).toMatchObject({ failure: { reason: "label_taken" } });
  expect(await add({ labelDe: "Nur hier", synonyms: "", eventId: board.event.id })).toMatchObject({
    ok: true,
  });
  const all = await taxonomyIn(allianceId);
  expect(all.matching("abluft")).toEqual(["oelnebelabscheider"]);
  expect(all.matching("roboter")).toEqual(["robotik"]);
  const here = await taxonomyFor({ allianceId, eventId: board.event.id });
  expect(here.resolve("nur-hier")).toBe("nur-hier");
  expect((await taxonomyFor({ allianceId })).resolve("nur-hier")).toBeUndefined();
  expect((await taxonomyIn(other.network.allianceId)).resolve("oelnebelabscheider")).toBeUndefined();
});
