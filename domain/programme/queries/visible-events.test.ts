import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { eventNetworks, events } from "@/db/schema/programme";
import { claimActor, guest, personActor, seatActor, system } from "@/db/testing/actors";
import { aClaim, aMember, aNetwork, anEvent, aPerson, aRegistration } from "@/db/testing/makers";
import { grantsOf } from "@/domain/people/queries";
import { findVisibleEvent, listMembersEvents, visibleSlugOf } from "./visible-events";

async function scene() {
  const network = await aNetwork();
  const member = personActor(await aMember(network), [{ role: "member", networkId: network.id }]);
  const [open, closed, draft] = [
    await anEvent({ network }),
    await anEvent({ network, membersOnly: true }),
    await anEvent({ network, status: "draft" }),
  ];
  const registration = await aRegistration(closed);
  const [seated, claims] = [seatActor(registration), claimActor(registration, await aClaim(registration))];
  return { member, seated, claims, stranger: seatActor(await aRegistration(open)), open, closed, draft };
}

describe("the events a viewer may know", () => {
  it("are all public ones, members-only ones for members and who is provably in them, and never drafts", async () => {
    const { member, seated, claims, stranger, open, closed, draft } = await scene();
    const seen = async (viewer: typeof guest, { slug }: typeof open) =>
      (await findVisibleEvent(viewer, slug))?.slug;
    for (const viewer of [guest, system, stranger, claims, seated, member]) {
      expect(await seen(viewer, open)).toBe(open.slug);
      expect(await seen(viewer, draft)).toBeUndefined();
    }
    for (const viewer of [member, seated]) expect(await seen(viewer, closed)).toBe(closed.slug);
    for (const viewer of [guest, stranger, claims]) expect(await seen(viewer, closed)).toBeUndefined();
  });

  it("are members-only ones for members of networks that co-host them with access, in the ways that count there", async () => {
    const [lead, partner] = [await aNetwork(), await aNetwork()];
    const member = await aMember(partner);
    const closed = { network: lead, membersOnly: true };
    const [given, shown, byDomain, elsewhere] = [
      await anEvent(closed),
      await anEvent(closed),
      await anEvent({ ...closed, membersBy: ["domain"] }),
      await anEvent(closed),
    ];
    const shared = [given, shown, byDomain].map(({ id: eventId }) => ({
      ...{ eventId, networkId: partner.id, hasAccess: eventId !== shown.id },
    }));
    await db().insert(eventNetworks).values(shared);
    const viewer = personActor(member, (await grantsOf([member.id])).get(member.id));
    expect((await findVisibleEvent(viewer, given.slug))?.id).toBe(given.id);
    for (const { slug } of [shown, byDomain, elsewhere])
      expect(await findVisibleEvent(viewer, slug)).toBeUndefined();
    const list = await listMembersEvents(viewer, { now: new Date() });
    expect(list.events.map(({ id }) => id)).toEqual([given.id]);
  });

  it("are for who is in a members-only event by its row: not once cancelled, and in every browser of the person", async () => {
    const closed = await anEvent({ membersOnly: true });
    const ada = await aPerson();
    const seen = async (status: "confirmed" | "waiting" | "cancelled") => {
      const event = await anEvent({ membersOnly: true, networkId: closed.networkId });
      const registration = await aRegistration(event, {
        status,
        personId: ada.id,
        email: `${status}@example.org`,
      });
      const found = async (viewer: typeof guest) =>
        (await findVisibleEvent(viewer, event.slug))?.id === event.id;
      return Promise.all([found(seatActor(registration)), found(personActor(ada))]);
    };
    expect(await seen("confirmed")).toEqual([true, true]);
    expect(await seen("waiting")).toEqual([true, true]);
    expect(await seen("cancelled")).toEqual([false, false]);
    expect(await findVisibleEvent(personActor(ada), closed.slug)).toBeUndefined();
  });

  it("lead a refused form back to its page, and every other id nowhere", async () => {
    const { member, open, closed, draft } = await scene();
    expect(await visibleSlugOf(guest, open.id)).toBe(open.slug);
    expect(await visibleSlugOf(member, closed.id)).toBe(closed.slug);
    for (const id of [closed.id, draft.id, undefined, 3, "evt_'--", ["evt_000000"]])
      expect(await visibleSlugOf(guest, id)).toBeUndefined();
  });

  it("are listed for members where public lists leave them out, as long as they lie ahead", async () => {
    const { member, seated, claims, stranger, closed } = await scene();
    const foreign = personActor({ id: "per_foreign" }, [
      { role: "network_admin", networkId: (await aNetwork()).id },
    ]);
    const speaker = personActor({ id: "per_speaker" }, [
      { role: "speaker", networkId: closed.networkId, eventId: "evt_another" },
    ]);
    const seen = async (viewer: typeof guest, now: Date) =>
      (await listMembersEvents(viewer, { now })).events.map(({ slug }) => slug);
    const before = new Date(closed.startsAt.getTime() - 1);
    expect(await seen(member, before)).toEqual([closed.slug]);
    expect(await seen(member, closed.endsAt)).toEqual([]);
    for (const viewer of [guest, stranger, claims, seated, foreign, speaker, system])
      expect(await seen(viewer, before)).toEqual([]);
  });

  it("are listed also when they were put off, so many at a time, past those that a viewer may not know", async () => {
    const network = await aNetwork();
    const viewer = personActor(await aMember(network), [
      { role: "member", networkId: network.id, by: "domain" },
    ]);
    const [start, closed] = [Date.now() + 86_400_000, { network, membersOnly: true }];
    const row = {
      networkId: network.id,
      kind: "webinar" as const,
      mode: "stage" as const,
      title: "Nur Liste",
    };
    const foreign = Array.from({ length: 120 }, (_, n) => ({
      ...{ ...row, slug: `liste-${network.slug}-${n}`, status: "published" as const, membersOnly: true },
      ...{ membersBy: ["list" as const], startsAt: new Date(start + n), endsAt: new Date(start + 3_600_000) },
    }));
    await db().insert(events).values(foreign);
    const own = { ...closed, membersBy: ["domain" as const] };
    const putOff = await anEvent({ ...own, status: "postponed", startsAt: new Date(start - 9 * 86_400_000) });
    const [next, last] = [
      await anEvent({ ...own, startsAt: new Date(start + 86_400_000) }),
      await anEvent({ ...own, startsAt: new Date(start + 2 * 86_400_000) }),
    ];
    await anEvent({ ...own, status: "cancelled", startsAt: new Date(start) });
    const seen = async (limit: number) => {
      const list = await listMembersEvents(viewer, { now: new Date(), limit });
      return [list.events.map(({ id }) => id), list.hasMore];
    };
    expect(await seen(2)).toEqual([[putOff.id, next.id], true]);
    expect(await seen(3)).toEqual([[putOff.id, next.id, last.id], false]);
  });
});
