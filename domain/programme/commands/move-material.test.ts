import { describe, expect, it } from "vitest";
import { aDesk, aMaterial } from "@/db/testing/agenda";
import { NOT_ALLOWED, refusalOf } from "@/db/testing/refusals";
import { materialsForDesk } from "../queries/materials";
import { moveMaterial } from "./move-material";

async function scene() {
  const desk = await aDesk();
  const rows: Awaited<ReturnType<typeof aMaterial>>[] = [];
  for (const [position, title] of ["A", "B", "C"].entries())
    rows.push(await aMaterial(desk.event, { title, position: position * 3 }));
  const order = async () => (await materialsForDesk(desk.actor, desk.event.id))?.map(({ title }) => title);
  const input = (at: number, direction: string) => ({
    eventId: desk.event.id,
    materialId: rows[at]?.id,
    direction,
  });
  return { ...desk, order, input };
}

describe("moveMaterial", () => {
  it.each([
    [0, "down", ["B", "A", "C"]],
    [2, "up", ["A", "C", "B"]],
    [0, "up", ["A", "B", "C"]],
    [2, "down", ["A", "B", "C"]],
  ])("number %i %s", async (at, direction, expected) => {
    const { actor, order, input } = await scene();
    expect(await moveMaterial({ actor, input: input(at, direction) })).toMatchObject({ ok: true });
    expect(await order()).toEqual(expected);
  });

  it("is refused to strangers and for another event's material", async () => {
    const { event, actor, strangers, order, input } = await scene();
    const other = await scene();
    for (const stranger of [...strangers, other.actor])
      expect(refusalOf(await moveMaterial({ actor: stranger, input: input(0, "down") }))).toBe(NOT_ALLOWED);
    const crossed = { ...other.input(0, "down"), eventId: event.id };
    expect(await moveMaterial({ actor, input: crossed })).toMatchObject({ failure: { kind: "not_found" } });
    expect(await order()).toEqual(["A", "B", "C"]);
  });
});
