import { expect, it } from "vitest";
import { personActor } from "@/db/testing/actors";
import { aDraft, aPlanEvent, outcomeOf } from "@/db/testing/plans";
import { aTaker } from "@/db/testing/talks";
import { planFile } from "../queries/plan-file";
import { exportPlan } from "./export-plan";

it("export-plan writes down who takes the talks away; the file has them, defused", async () => {
  const world = await aPlanEvent(1);
  const { event, office } = world;
  const hostile = await aTaker(event, { name: "=cmd()", organisation: "Beispiel; GmbH" });
  const all = { ...world, takers: [...world.takers, hostile] };
  await aDraft(all, [[0, 1, 0]]);
  const input = { eventId: event.id, format: "excel" as const, locale: "de" as const };
  expect(outcomeOf(await exportPlan({ actor: personActor(hostile.person), input }))).toBe("missing");
  expect(outcomeOf(await exportPlan({ actor: office, input }))).toBe("ok");
  expect(await planFile(personActor(hostile.person), input, new Date())).toBeUndefined();
  const file = await planFile(office, input, new Date());
  const text = [...(file?.parts ?? [])].join("");
  expect(text.split("\r\n")).toHaveLength(3);
  expect(text).toContain(`"'=cmd()";"Beispiel; GmbH"`);
  expect(text).toContain(`"Entwurf"`);
});
