import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { eventNetworks } from "@/db/schema/programme";
import { guest, organizerActor, personActor, seatActor } from "@/db/testing/actors";
import { aNetwork, anEvent, anOrganizer, aPerson, aRegistration, aSeries } from "@/db/testing/makers";
import {
  eventScope,
  findEventForDesk,
  findEventForRoom,
  findPublicEvent,
  isVisibleTo,
  listOthersOfSeries,
  listPublicEvents,
} from "./queries";

const statuses = ["draft", "published", "live", "ended", "cancelled"] as const;

async function everyKind() {
  const network = await aNetwork();
  const common = { network, seriesId: (await aSeries(network)).id };
  const open = await Promise.all(statuses.map((status) => anEvent({ ...common, status })));
  const closed = await Promise.all(
    statuses.map((status) => anEvent({ ...common, status, membersOnly: true })),
  );
  return { network, open, closed };
}

describe("public pages", () => {
  it("know neither drafts nor members-only events, by list, address, id or series", async () => {
    const { network, open, closed } = await everyKind();
    const [draft, published, live, ended, cancelled] = open;
    if (!draft || !published || !live || !ended || !cancelled) throw new Error("one of each");
    const hidden = [draft, ...closed];
    const listed = (await listPublicEvents({ networkId: network.id })).map((event) => event.id);
    expect(listed.sort()).toEqual([published, live, ended, cancelled].map((event) => event.id).sort());
    for (const event of hidden) {
      expect(await findPublicEvent(event.slug)).toBeUndefined();
    }
    const others = await listOthersOfSeries(published, { now: new Date(), limit: 20 });
    expect(others.map((event) => event.id)).toEqual([live.id]);
  });

  it("list an event under every network that is shown as host", async () => {
    const [lead, shown, silent] = [await aNetwork(), await aNetwork(), await aNetwork()];
    const event = await anEvent({ network: lead });
    await db()
      .insert(eventNetworks)
      .values([
        { eventId: event.id, networkId: shown.id },
        { eventId: event.id, networkId: silent.id, shown: false, hasAccess: true },
      ]);
    const idsOf = async (networkId: typeof lead.id) =>
      (await listPublicEvents({ networkId })).map((found) => found.id);
    expect(await idsOf(shown.id)).toEqual([event.id]);
    expect(await idsOf(silent.id)).toEqual([]);
    expect((await findPublicEvent(event.slug))?.networks.map((network) => network.id)).toEqual([
      lead.id,
      shown.id,
    ]);
  });

  it("find nothing for addresses that are none", async () => {
    for (const slug of ["", "'; drop table events; --", "%", "\u202E"])
      expect(await findPublicEvent(slug)).toBeUndefined();
  });
});

describe("whether somebody may know of an event", () => {
  it("depends on its state and on roles in its own network", async () => {
    const network = await aNetwork();
    const organizer = organizerActor(await anOrganizer(network), network);
    const elsewhere = await aNetwork();
    const foreign = organizerActor(await anOrganizer(elsewhere), elsewhere);
    const member = personActor(await aPerson(), [{ role: "member", networkId: network.id }]);
    const seen = async (values: Parameters<typeof anEvent>[0]) => {
      const event = await eventScope(db(), (await anEvent({ network, ...values })).id);
      if (!event) throw new Error("just made");
      return [guest, foreign, member, organizer].map((actor) => isVisibleTo(actor, event));
    };
    expect(await seen({})).toEqual([true, true, true, true]);
    expect(await seen({ membersOnly: true })).toEqual([false, false, true, true]);
    expect(await seen({ status: "draft" })).toEqual([false, false, false, true]);
  });
});

describe("the desk and the room of an event", () => {
  it("are found by those who may see them only; a seat opens the room of a members-only event, never a draft", async () => {
    const network = await aNetwork();
    const organizer = organizerActor(await anOrganizer(network), network);
    const elsewhere = await aNetwork();
    const foreign = organizerActor(await anOrganizer(elsewhere), elsewhere);
    const found = async (values: Parameters<typeof anEvent>[0]) => {
      const event = await anEvent({ network, ...values });
      const seated = seatActor(await aRegistration(event));
      const actors = [guest, foreign, seated, organizer];
      const isFound = (detail: unknown) => detail !== undefined;
      return {
        desk: await Promise.all(
          actors.map(async (actor) => isFound(await findEventForDesk(actor, event.slug))),
        ),
        room: await Promise.all(
          actors.map(async (actor) => isFound(await findEventForRoom(actor, event.slug))),
        ),
      };
    };
    const desk = [false, false, false, true];
    expect(await found({})).toEqual({ desk, room: [true, true, true, true] });
    expect(await found({ membersOnly: true })).toEqual({ desk, room: [false, false, true, true] });
    expect(await found({ status: "draft" })).toEqual({ desk, room: desk });
  });
});
