import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { events } from "@/db/schema/programme";
import { seatPlans } from "@/db/schema/registration";
import { organizerActor } from "@/db/testing/actors";
import { aNetwork, anOrganizer } from "@/db/testing/makers";
import { planEvent } from "./plan-event";

const startsLocal = `${new Date(Date.now() + 8 * 86_400_000).toISOString().slice(0, 10)}T10:00`;

describe("planEvent", () => {
  it("makes a draft with the seats of its template from three entries", async () => {
    const network = await aNetwork();
    const actor = organizerActor(await anOrganizer(network), network);
    const input = { networkId: network.id, title: "Messen, was zählt", startsLocal, template: "workshop" };
    const result = await planEvent({ actor, input });
    expect(result).toMatchObject({
      ok: true,
      value: { slug: "messen-was-zaehlt", networkSlug: network.slug },
    });
    if (!result.ok) return;
    const [event] = await db().select().from(events).where(eq(events.id, result.value.eventId));
    const [plan] = await db().select().from(seatPlans).where(eq(seatPlans.eventId, result.value.eventId));
    expect(event).toMatchObject({ status: "draft", mode: "roundtable", networkId: network.id });
    expect(plan).toMatchObject({ capacity: 24, confirmed: 0 });
  });

  it("makes a draft of each that is planned at once with the same title", async () => {
    const network = await aNetwork();
    const actor = organizerActor(await anOrganizer(network), network);
    const input = { networkId: network.id, title: "Zur gleichen Zeit", startsLocal, template: "webinar" };
    const results = await Promise.all(Array.from({ length: 8 }, () => planEvent({ actor, input })));
    const slugs = results.map((result) => (result.ok ? result.value.slug : result.failure.reason));
    const numbered = Array.from({ length: 7 }, (_, n) => `zur-gleichen-zeit-${n + 2}`);
    expect(slugs.sort()).toEqual(["zur-gleichen-zeit", ...numbered]);
  });

  it("is refused to the organizer of another network as if that network did not exist, and leaves nothing", async () => {
    const [here, elsewhere] = [await aNetwork(), await aNetwork()];
    const actor = organizerActor(await anOrganizer(elsewhere), elsewhere);
    const input = { networkId: here.id, title: "Fremder Termin", startsLocal, template: "webinar" };
    expect(await planEvent({ actor, input })).toMatchObject({ ok: false, failure: { kind: "not_found" } });
    expect(await db().select().from(events).where(eq(events.networkId, here.id))).toHaveLength(0);
  });
});
