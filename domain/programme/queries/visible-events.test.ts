import { describe, expect, it } from "vitest";
import { guest, personActor, seatActor, system } from "@/db/testing/actors";
import { aMember, aNetwork, anEvent, aRegistration } from "@/db/testing/makers";
import { findVisibleEvent, visibleSlugOf } from "./visible-events";

async function scene() {
  const network = await aNetwork();
  const member = personActor(await aMember(network), [{ role: "member", networkId: network.id }]);
  const [open, closed, draft] = [
    await anEvent({ network }),
    await anEvent({ network, membersOnly: true }),
    await anEvent({ network, status: "draft" }),
  ];
  const seated = seatActor(await aRegistration(closed));
  return { member, seated, stranger: seatActor(await aRegistration(open)), open, closed, draft };
}

describe("the events a viewer may know", () => {
  it("are all public ones, members-only ones for members and who is in them, and never drafts", async () => {
    const { member, seated, stranger, open, closed, draft } = await scene();
    const seen = async (viewer: typeof guest, { slug }: typeof open) =>
      (await findVisibleEvent(viewer, slug))?.slug;
    for (const viewer of [guest, system, stranger, seated, member]) {
      expect(await seen(viewer, open)).toBe(open.slug);
      expect(await seen(viewer, draft)).toBeUndefined();
    }
    for (const viewer of [member, seated]) expect(await seen(viewer, closed)).toBe(closed.slug);
    for (const viewer of [guest, stranger]) expect(await seen(viewer, closed)).toBeUndefined();
  });

  it("lead a refused form back to its page, and every other id nowhere", async () => {
    const { member, open, closed, draft } = await scene();
    expect(await visibleSlugOf(guest, open.id)).toBe(open.slug);
    expect(await visibleSlugOf(member, closed.id)).toBe(closed.slug);
    for (const id of [closed.id, draft.id, undefined, 3, "evt_'--", ["evt_000000"]])
      expect(await visibleSlugOf(guest, id)).toBeUndefined();
  });
});
