import { expect, it } from "vitest";
import { personActor } from "@/db/testing/actors";
import { aPerson } from "@/db/testing/makers";
import { aPlanEvent, matrixOf, outcomeOf } from "@/db/testing/plans";
import { limitTalks } from "./limit-talks";

it("limit-talks gives one person numbers of their own", async () => {
  const world = await aPlanEvent(2);
  const { event, takers, office } = world;
  const [anna] = takers;
  if (!anna) throw new Error("nobody there");
  const limit = async (personId: string, max: number, actor = office) =>
    outcomeOf(await limitTalks({ actor, input: { eventId: event.id, personId, min: 1, max } }));
  expect(await limit(anna.person.id, 3, personActor(anna.person))).toBe("missing");
  expect(await limit((await aPerson()).id, 3)).toBe("missing");
  expect(await limit(anna.person.id, 0)).toBe("input");
  for (const max of [5, 2]) expect(await limit(anna.person.id, max)).toBe("ok");
  const { people } = await matrixOf(world);
  expect(people.find(({ id }) => id === anna.person.id)?.quota).toBe(2);
  expect(people.find(({ id }) => id !== anna.person.id)?.quota).toBe(8);
});
