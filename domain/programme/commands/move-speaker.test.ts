import { describe, expect, it } from "vitest";
import { aDesk, aSpeaker } from "@/db/testing/agenda";
import { NOT_ALLOWED, refusalOf } from "@/db/testing/refusals";
import { findEventForDesk } from "../queries";
import { moveSpeaker } from "./move-speaker";

async function scene() {
  const desk = await aDesk();
  const names = ["Ada", "Bo", "Cleo"];
  const rows: Awaited<ReturnType<typeof aSpeaker>>[] = [];
  for (const [position, name] of names.entries()) rows.push(await aSpeaker(desk.event, name, position));
  const order = async () =>
    (await findEventForDesk(desk.actor, desk.event.slug))?.speakers.map(({ name }) => name);
  const input = (at: number, direction: string) => ({
    eventId: desk.event.id,
    speakerId: rows[at]?.id,
    direction,
  });
  return { ...desk, order, input };
}

describe("moveSpeaker", () => {
  it.each([
    [0, "down", ["Bo", "Ada", "Cleo"]],
    [2, "up", ["Ada", "Cleo", "Bo"]],
    [1, "up", ["Bo", "Ada", "Cleo"]],
    [0, "up", ["Ada", "Bo", "Cleo"]],
    [2, "down", ["Ada", "Bo", "Cleo"]],
  ])("number %i %s", async (at, direction, expected) => {
    const { actor, order, input } = await scene();
    expect(await moveSpeaker({ actor, input: input(at, direction) })).toMatchObject({ ok: true });
    expect(await order()).toEqual(expected);
  });

  it("is refused to strangers and for another event's name", async () => {
    const { event, actor, strangers, order, input } = await scene();
    const other = await scene();
    for (const stranger of [...strangers, other.actor])
      expect(refusalOf(await moveSpeaker({ actor: stranger, input: input(0, "down") }))).toBe(NOT_ALLOWED);
    const crossed = { ...other.input(0, "down"), eventId: event.id };
    expect(await moveSpeaker({ actor, input: crossed })).toMatchObject({ failure: { kind: "not_found" } });
    expect(await order()).toEqual(["Ada", "Bo", "Cleo"]);
  });
});
