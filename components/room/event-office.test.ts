import { expect, it } from "vitest";
import type { Actor } from "@/domain/policy";
import { officeOf } from "./event-office";

const [networkId, eventId, personId] = ["net_1", "evt_1", "per_1"] as const;
const event = { id: eventId, networkId, slug: "tag", talks: {}, networks: [{ slug: "netz" }] };
const person = (...grants: Extract<Actor, { type: "person" }>["grants"]): Actor => ({
  ...{ type: "person", personId, grants, seats: [] },
});
const desk = "/o/netz/e/tag";
const all = {
  desk,
  report: `${desk}/report`,
  numbers: `${desk}/numbers`,
  mails: `${desk}/mails`,
  talksReport: `${desk}/talks-report`,
};

it("leads its organizers to everything that is left to do after an event, and its host to what opens for them", () => {
  expect(officeOf(person({ role: "organizer", networkId }), event)).toEqual(all);
  expect(officeOf(person({ role: "organizer", networkId }), { ...event, talks: null })).toEqual({
    ...all,
    talksReport: null,
  });
  expect(officeOf(person({ role: "host", networkId, eventId }), event)).toMatchObject({
    desk,
    report: null,
    mails: null,
  });
});

it("leads nobody there who does not run it", () => {
  for (const actor of [
    person(),
    person({ role: "member", networkId }),
    person({ role: "organizer", networkId: "net_2" }),
    person({ role: "host", networkId, eventId: "evt_2" }),
  ])
    expect(officeOf(actor, event)).toBeUndefined();
});
