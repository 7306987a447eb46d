import { describe, expect, it } from "vitest";
import { claimActor, guest, personActor } from "@/db/testing/actors";
import { aMember, aNetwork, anEvent, aPerson, aRegistration, aSeries } from "@/db/testing/makers";
import { MOST_OFFERED } from "../labels";
import { clashesAmong, clashesOf, weekAnswers, weekOf } from "./week";

const HOUR = 3_600_000;
const now = new Date();
const at = (hours: number, length = 1) => ({
  startsAt: new Date(now.getTime() + hours * HOUR),
  endsAt: new Date(now.getTime() + (hours + length) * HOUR),
});

async function scene() {
  const network = await aNetwork();
  const week = await aSeries(network);
  const common = { network, seriesId: week.id };
  const first = await anEvent({ ...common, ...at(24) });
  const same = await anEvent({ ...common, ...at(24.5) });
  const intern = await anEvent({ ...common, ...at(48), membersOnly: true });
  return { network, week, common, first, same, intern };
}

describe("weekOf", () => {
  it("shows strangers what is public and open, and members what is theirs", async () => {
    const { network, week, common, first, same, intern } = await scene();
    await anEvent({ ...common, ...at(30), status: "draft" });
    await anEvent({ ...common, ...at(30), status: "cancelled" });
    await anEvent({ ...common, ...at(30), registrationClosesAt: new Date(now.getTime() - HOUR) });
    const ids = async (viewer: Parameters<typeof weekOf>[0]) =>
      (await weekOf(viewer, { seriesId: week.id, now })).map(({ event }) => event.id);
    expect(await ids(guest)).toEqual([first.id, same.id]);
    const member = personActor(await aMember(network), [{ role: "member", networkId: network.id }]);
    expect(await ids(member)).toEqual([first.id, same.id, intern.id]);
    const stranger = personActor(await aPerson(), [{ role: "member", networkId: (await aNetwork()).id }]);
    expect(await ids(stranger)).toEqual([first.id, same.id]);
  });

  it("offers the nearest ones and no more than one form holds", async () => {
    const { network, week, first, same } = await scene();
    const many = Array.from({ length: MOST_OFFERED }, (_, n) => n);
    for (const n of many) await anEvent({ network, seriesId: week.id, ...at(72 + n) });
    const offered = await weekOf(guest, { seriesId: week.id, now });
    expect(offered).toHaveLength(MOST_OFFERED);
    expect(offered.slice(0, 2).map(({ event }) => event.id)).toEqual([first.id, same.id]);
    expect(offered.at(-1)?.event.startsAt).toEqual(at(72 + MOST_OFFERED - 3).startsAt);
  });

  it("marks what the viewer is in already", async () => {
    const { week, first } = await scene();
    const ada = await aPerson();
    await aRegistration(first, { email: ada.email, personId: ada.id, provenAt: now });
    const mine = await weekOf(personActor(ada), { seriesId: week.id, now });
    expect(mine.map(({ taken }) => taken)).toEqual([true, false]);
  });
});

describe("weekAnswers", () => {
  it("says that somebody is in only where this browser holds a seat, and of what they may know", async () => {
    const { first, same, intern } = await scene();
    const row = await aRegistration(first, { email: "ada@example.org" });
    const browser = claimActor(row, { id: "clm_here0000" });
    const said = new Map([
      [first.id, "confirmed"],
      [same.id, "confirmed"],
      [intern.id, "closed"],
    ] as const);
    const { answers } = await weekAnswers(browser, said);
    expect(answers.map(({ event, outcome }) => [event.id, outcome])).toEqual([[first.id, "confirmed"]]);
    expect((await weekAnswers(guest, said)).answers).toEqual([]);
  });
});

describe("clashes", () => {
  it("are what the same person is in meanwhile, and nobody else at that browser", async () => {
    const { first, same, common } = await scene();
    const later = await anEvent({ ...common, ...at(30) });
    const ada = await aPerson();
    const own = { email: ada.email, personId: ada.id, provenAt: now };
    const registration = await aRegistration(first, own);
    for (const event of [same, later]) await aRegistration(event, own);
    const viewer = personActor(ada);
    const about = { ...registration, event: first };
    expect((await clashesOf(viewer, about)).map(({ id }) => id)).toEqual([same.id]);
    expect(await clashesOf(viewer, { ...about, email: "ben@example.org", personId: null })).toEqual([]);
    expect((await clashesAmong(first, new Set([first.id, same.id, later.id]))).map(({ id }) => id)).toEqual([
      same.id,
    ]);
  });

  it("are only beside each other where one of the two takes half a day", async () => {
    const { first, same, common } = await scene();
    const startsAt = new Date(first.startsAt.getTime() - HOUR);
    const long = await anEvent({ ...common, startsAt, endsAt: new Date(startsAt.getTime() + 4 * HOUR) });
    const found = await clashesAmong(first, new Set([same.id, long.id]));
    expect(new Map(found.map(({ id, isBeside }) => [id, isBeside]))).toEqual(
      new Map([
        [same.id, false],
        [long.id, true],
      ]),
    );
    const others = await clashesAmong(long, new Set([first.id, same.id]));
    expect(others.map(({ isBeside }) => isBeside)).toEqual([true, true]);
  });
});
