import { expect, it } from "vitest";
import { personActor } from "@/db/testing/actors";
import { aDraft, aPlanEvent, outcomeOf } from "@/db/testing/plans";
import { aTaker } from "@/db/testing/talks";
import { planFile } from "../queries/plan-file";
import { planPaper } from "../queries/plan-paper";
import { exportPlan } from "./export-plan";

it("export-plan writes down who takes the talks away; the file has them, defused", async () => {
  const world = await aPlanEvent(1);
  const { event, office } = world;
  const hostile = await aTaker(event, { name: "=cmd()", organisation: "Beispiel; GmbH" });
  const all = { ...world, takers: [...world.takers, hostile] };
  await aDraft(all, [[0, 1, 0]]);
  const input = { eventId: event.id, format: "excel" as const, by: "person" as const, locale: "de" as const };
  expect(outcomeOf(await exportPlan({ actor: personActor(hostile.person), input }))).toBe("missing");
  expect(outcomeOf(await exportPlan({ actor: office, input }))).toBe("ok");
  expect(await planFile(personActor(hostile.person), input, new Date())).toBeUndefined();
  const file = await planFile(office, input, new Date());
  const text = [...(file?.parts ?? [])].join("");
  expect(text.split("\r\n")).toHaveLength(3);
  expect(text).toContain(`"'=cmd()";"Beispiel; GmbH"`);
  expect(text).toContain(`"Entwurf"`);
});

it("export-plan has the same on paper, by person, table and slot", async () => {
  const world = await aPlanEvent(3);
  const { event, office, takers } = world;
  await aDraft(world, [
    [0, 1, 0],
    [0, 2, 1],
    [1, 2, null],
  ]);
  const asked = { eventId: event.id, format: "pdf" as const, locale: "en" as const };
  const printed = async (by: "person" | "table" | "slot") => {
    const file = await planPaper(office, { ...asked, by }, new Date());
    if (file?.paper.kind !== "table") throw new Error("no paper");
    return file.paper;
  };
  const byPerson = await printed("person");
  expect(byPerson.rows).toHaveLength(4);
  expect(byPerson.columns).toHaveLength(byPerson.rows[0]?.length ?? 0);
  expect(byPerson.lines).toContain("Draft, not published yet");
  expect(byPerson.pageOf).toBe("Page {page} of {pages}");
  for (const by of ["table", "slot"] as const) expect((await printed(by)).rows).toHaveLength(2);
  const names = JSON.stringify((await printed("slot")).rows);
  for (const { registration } of takers) expect(names).toContain(registration.name);
  const [anna] = takers;
  if (!anna) throw new Error("nobody there");
  expect(await planPaper(personActor(anna.person), { ...asked, by: "slot" }, new Date())).toBeUndefined();
});
