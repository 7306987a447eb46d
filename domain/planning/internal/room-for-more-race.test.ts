import { describe, expect, it, vi } from "vitest";
import { db } from "@/db/client";
import { eventTemplates } from "@/db/schema/planning";
import { organizerActor } from "@/db/testing/actors";
import { aNetwork, anEvent, anOrganizer } from "@/db/testing/makers";
import { worstOf } from "@/db/testing/races";
import { withoutGuard } from "@/db/testing/switches";
import { saveTemplate } from "../commands/save-template";
import { planOfEvent } from "../queries/event-plans";
import { listTemplates } from "../queries/templates";
import { MAX_TEMPLATES } from "../schema";

/** The one guard of the shelf; switched off, the very same requests must fail this race. */
const guard = vi.hoisted(() => ({ on: true }));

vi.mock("@/domain/kernel/turns", async (original) => {
  const { turnsWithSwitch } = await import("@/db/testing/switches");
  return turnsWithSwitch(await original<typeof import("@/domain/kernel/turns")>(), guard, { seconds: 0.02 });
});

/** Six events of a network whose shelf has room for two become templates at once; so many stand there then. */
async function offered(): Promise<number> {
  const network = await aNetwork();
  const actor = organizerActor(await anOrganizer(network), network);
  const events = [];
  for (let number = 0; number < 6; number++) events.push(await anEvent({ network }));
  const plan = await planOfEvent(events[0]?.id ?? "evt_none", db());
  const there = Array.from({ length: MAX_TEMPLATES - 2 }, (_, number) => `Vorlage ${number}`);
  await db()
    .insert(eventTemplates)
    .values(there.map((name) => ({ networkId: network.id, name, plan })));
  await Promise.all(
    events.map(({ id: eventId }, number) =>
      saveTemplate({ actor, input: { eventId, name: `Zugleich ${number}` } }),
    ),
  );
  return (await listTemplates(actor, network.id)).length;
}

describe("templates that are saved at once", { timeout: 120_000 }, () => {
  it("are never more than a network may offer", async () => {
    expect(await offered()).toBe(MAX_TEMPLATES);
  });
});

describe("the same without taking turns", { timeout: 120_000 }, () => {
  withoutGuard(guard);

  it("are more, because each looks before the others are there", async () => {
    expect(await worstOf(offered, MAX_TEMPLATES)).toBeGreaterThan(MAX_TEMPLATES);
  });
});
