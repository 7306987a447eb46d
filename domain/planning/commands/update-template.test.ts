import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { seatPlans } from "@/db/schema/registration";
import { guest } from "@/db/testing/actors";
import { aDesk, aSession } from "@/db/testing/agenda";
import { listTemplates } from "../queries/templates";
import { saveTemplate } from "./save-template";
import { updateTemplate } from "./update-template";

async function scene() {
  const desk = await aDesk({ capacity: 12, registrationClosesAt: new Date("2027-03-21T10:00:00Z") });
  await aSession(desk.event, { title: "Vortrag", after: 0, minutes: 45 });
  const saved = await saveTemplate({
    actor: desk.actor,
    input: { eventId: desk.event.id, name: "Monatlich" },
  });
  if (!saved.ok) throw new Error(saved.failure.reason);
  const shelf = async () => (await listTemplates(desk.actor, desk.event.networkId))[0];
  const { templateId } = saved.value;
  const input = { templateId, name: "Jeden Monat", minutes: "60", capacity: "", membersOnly: "on" };
  return { ...desk, input, shelf };
}

describe("updateTemplate", () => {
  it("changes name, length, seats and members rule, and nothing else", async () => {
    const { actor, input, shelf } = await scene();
    const before = await shelf();
    expect(await updateTemplate({ actor, input })).toMatchObject({ ok: true });
    const after = await shelf();
    expect(after).toMatchObject({ name: "Jeden Monat" });
    expect(after?.plan).toEqual({
      ...before?.plan,
      minutes: 60,
      membersOnly: true,
      seats: { ...before?.plan.seats, capacity: null, waitlist: false },
    });
  });

  it("keeps how seats are given, and those on site unless they are named", async () => {
    const { actor, event, shelf } = await scene();
    const rules = { approval: true, invitationOnly: true, offerHours: 12, switchHours: 24 };
    await db()
      .update(seatPlans)
      .set({ onsiteCapacity: 8, ...rules })
      .where(eq(seatPlans.eventId, event.id));
    const saved = await saveTemplate({ actor, input: { eventId: event.id, name: "Am Anfang" } });
    if (!saved.ok) throw new Error(saved.failure.reason);
    const input = { templateId: saved.value.templateId, name: "Am Anfang", minutes: "90", capacity: "20" };
    await updateTemplate({ actor, input });
    expect((await shelf())?.plan.seats).toMatchObject({ capacity: 20, onsiteCapacity: 8, ...rules });
    await updateTemplate({ actor, input: { ...input, onsiteCapacity: "" } });
    expect((await shelf())?.plan.seats).toMatchObject({ capacity: 20, onsiteCapacity: null, ...rules });
  });

  it("closes registration at the end of an event that became shorter", async () => {
    const { actor, input, shelf } = await scene();
    await updateTemplate({ actor, input: { ...input, minutes: "50" } });
    expect((await shelf())?.plan).toMatchObject({ minutes: 50, closesAfter: 50 });
  });

  it.each([
    [{ minutes: "44" }, { minutes: ["agenda_longer"] }],
    [{ minutes: "4" }, { minutes: ["too_short"] }],
    [{ name: " " }, { name: ["required"] }],
    [{ capacity: "0" }, { capacity: ["at_least_one"] }],
    [{ onsiteCapacity: "0" }, { onsiteCapacity: ["at_least_one"] }],
  ])("refuses %j and says where", async (wrong, fields) => {
    const { actor, input } = await scene();
    expect(await updateTemplate({ actor, input: { ...input, ...wrong } })).toMatchObject({
      failure: { fields },
    });
  });

  it("takes no name that another template has", async () => {
    const { actor, event, input } = await scene();
    await saveTemplate({ actor, input: { eventId: event.id, name: "Jeden Monat" } });
    expect(await updateTemplate({ actor, input })).toMatchObject({
      failure: { fields: { name: ["name_taken"] } },
    });
  });

  it("looks like a missing template to everybody else", async () => {
    const { strangers, input, shelf } = await scene();
    const before = await shelf();
    for (const actor of [guest, ...strangers])
      expect(await updateTemplate({ actor, input })).toMatchObject({ failure: { kind: "not_found" } });
    expect(await shelf()).toEqual(before);
  });
});
