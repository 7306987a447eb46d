import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { registrations } from "@/db/schema/registration";
import { admissions } from "@/db/schema/rooms";
import { claimActor, guest, organizerActor, personActor, seatActor } from "@/db/testing/actors";
import { aClaim, aNetwork, anEvent, anOrganizer, aPerson, aRegistration } from "@/db/testing/makers";
import { aGuest, aLiveEvent, at, START } from "@/db/testing/rooms";
import { place } from "../internal/place";
import { standingOf } from "../queries/standing";
import { joinRoom } from "./join-room";
import { leaveRoom } from "./leave-room";
import { sanction } from "./sanction";

const tab = "tab-one";

describe("who may come in", () => {
  test("a registered person becomes a participant, an organizer of the network a host", async () => {
    const network = await aNetwork();
    const event = await anEvent({ network });
    const registration = await aRegistration(event);
    const organizer = organizerActor(await anOrganizer(network), network);
    for (const actor of [seatActor(registration), organizer]) {
      expect(await joinRoom({ actor, input: { eventId: event.id, tab } })).toMatchObject({
        ok: true,
        value: { holdsLease: true },
      });
    }
    const roles = (await db().select().from(admissions)).filter((row) => row.eventId === event.id);
    expect(roles.map(({ role }) => role).sort()).toEqual(["host", "participant"]);
  });

  test("entering by the mailed link proves the address, a claim proves nothing", async () => {
    const event = await anEvent();
    const [mailed, typed] = [await aRegistration(event), await aRegistration(event)];
    const claim = claimActor(typed, await aClaim(typed));
    for (const actor of [seatActor(mailed), claim])
      await joinRoom({ actor, input: { eventId: event.id, tab } });
    const rows = await db().select().from(registrations).where(eq(registrations.eventId, event.id));
    const provenOf = (id: string) => rows.find((row) => row.id === id)?.provenAt ?? null;
    expect([provenOf(mailed.id), provenOf(typed.id)]).toEqual([expect.any(Date), null]);
  });

  test("S56: registered for one event, a person gets 403 at another and 404 at a draft", async () => {
    const [mine, other, draft] = [await anEvent(), await anEvent(), await anEvent({ status: "draft" })];
    const actor = seatActor(await aRegistration(mine));
    expect(await joinRoom({ actor, input: { eventId: other.id, tab } })).toMatchObject({
      failure: { kind: "forbidden", reason: "not_allowed" },
    });
    expect(await joinRoom({ actor, input: { eventId: draft.id, tab } })).toMatchObject({
      failure: { kind: "not_found" },
    });
    expect(await joinRoom({ actor: guest, input: { eventId: mine.id, tab } })).toMatchObject({
      failure: { kind: "forbidden" },
    });
  });

  test("a members-only event looks missing to strangers and to claims", async () => {
    const event = await anEvent({ membersOnly: true });
    const registration = await aRegistration(event);
    const claim = claimActor(registration, await aClaim(registration));
    for (const actor of [guest, claim]) {
      expect(await joinRoom({ actor, input: { eventId: event.id, tab } })).toMatchObject({
        failure: { kind: "not_found" },
      });
    }
  });

  test("people on the waiting list and with a cancelled registration stay outside", async () => {
    const event = await anEvent();
    for (const status of ["waiting", "cancelled"] as const) {
      const actor = seatActor(await aRegistration(event, { status }));
      expect(await joinRoom({ actor, input: { eventId: event.id, tab } })).toMatchObject({
        failure: { reason: "not_allowed" },
      });
    }
  });

  test("a claim only watches, and never becomes the person whose address was typed", async () => {
    const { event } = await aLiveEvent();
    const registration = await aRegistration(event, { provenAt: START });
    const real = seatActor(registration);
    const claim = claimActor(registration, await aClaim(registration));
    const [first, second] = [
      await joinRoom({ actor: real, input: { eventId: event.id, tab }, now: START }),
      await joinRoom({ actor: claim, input: { eventId: event.id, tab: "tab-claim" }, now: START }),
    ];
    if (!first.ok || !second.ok) throw new Error("both must be let in");
    expect(first.value.admissionId).not.toBe(second.value.admissionId);
    const standing = await standingOf(db(), claim, { eventId: event.id, now: START });
    expect(standing?.rights).toMatchObject({ mic: false, cam: false, chat: false, raiseHand: false });
  });

  test("S57: what a browser says about role, identity or rights changes nothing", async () => {
    const { event } = await aLiveEvent({ mode: "stage" });
    const actor = seatActor(await aRegistration(event));
    const greedy = {
      eventId: event.id,
      tab,
      role: "host",
      identity: "adm_other",
      canPublish: true,
      roomAdmin: true,
    };
    expect(await joinRoom({ actor, input: greedy, now: START })).toMatchObject({ ok: true });
    const standing = await standingOf(db(), actor, { eventId: event.id, now: START });
    expect(standing?.me?.admission.role).toBe("participant");
    expect(standing?.rights).toMatchObject({ mic: false, moderate: false });
  });

  test("a person has one admission per event, however many first joins race", async () => {
    const event = await anEvent();
    const person = await aPerson();
    await aRegistration(event, { personId: person.id });
    const joins = Array.from({ length: 8 }, (_, index) =>
      joinRoom({
        actor: personActor(person),
        input: { eventId: event.id, tab: `tab-${index}`, takeOver: true },
      }),
    );
    const ids = (await Promise.all(joins)).map((result) => result.ok && result.value.admissionId);
    expect(new Set(ids).size).toBe(1);
  });
});

describe("two tabs of one person (R15, S62)", () => {
  test("the second does not push the first out unless it is told to", async () => {
    const { event, people } = await aLiveEvent({ guests: 1 });
    const [ada] = people;
    if (!ada) throw new Error("nobody joined");
    const other = (takeOver: boolean) =>
      joinRoom({ actor: ada.actor, input: { eventId: event.id, tab: "tab-two", takeOver }, now: at(5) });
    expect(await other(false)).toMatchObject({ value: { holdsLease: false } });
    expect(await other(true)).toMatchObject({ value: { holdsLease: true } });
    const left = { eventId: event.id, tab: ada.tab };
    expect(await leaveRoom({ actor: ada.actor, input: left, now: at(6) })).toMatchObject({
      value: { left: false },
    });
    const mine = { eventId: event.id, tab: "tab-two" };
    expect(await leaveRoom({ actor: ada.actor, input: mine, now: at(7) })).toMatchObject({
      value: { left: true },
    });
  });

  test("of many tabs that press at once exactly one holds the lease", async () => {
    const { event, people } = await aLiveEvent({ guests: 1 });
    const [ada] = people;
    if (!ada) throw new Error("nobody joined");
    await leaveRoom({ actor: ada.actor, input: { eventId: event.id, tab: ada.tab }, now: at(1) });
    const presses = Array.from({ length: 8 }, (_, index) =>
      joinRoom({ actor: ada.actor, input: { eventId: event.id, tab: `tab-${index}` }, now: at(2) }),
    );
    const held = (await Promise.all(presses)).filter((result) => result.ok && result.value.holdsLease);
    expect(held).toHaveLength(1);
  });
});

test("S60: a banned person stays out with the same seat, as a person and as a claim", async () => {
  const { event, host } = await aLiveEvent();
  const registration = await aRegistration(event, { provenAt: START });
  const actor = seatActor(registration);
  const first = await joinRoom({ actor, input: { eventId: event.id, tab }, now: START });
  if (!first.ok) throw new Error("must be let in");
  const input = { eventId: event.id, admissionId: first.value.admissionId, action: "ban" };
  expect(await sanction({ actor: host.actor, input, now: at(1) })).toMatchObject({ ok: true });
  const claim = claimActor(registration, await aClaim(registration));
  const again = (who: typeof actor) =>
    joinRoom({ actor: who, input: { eventId: event.id, tab: "tab-new" }, now: at(2) });
  expect(await again(actor)).toMatchObject({ failure: { kind: "forbidden", reason: "not_allowed" } });
  await again(claim);
  const standing = await standingOf(db(), claim, { eventId: event.id, now: at(2) });
  expect(standing?.me && place(standing.me.rows, standing.eventRows, at(2)).state).toBe("removed");
});

test("banning a claim does not touch the person whose address was typed", async () => {
  const { event, host } = await aLiveEvent();
  const registration = await aRegistration(event, { provenAt: START });
  const claim = claimActor(registration, await aClaim(registration));
  const impostor = await joinRoom({ actor: claim, input: { eventId: event.id, tab }, now: START });
  if (!impostor.ok) throw new Error("must be let in");
  const input = { eventId: event.id, admissionId: impostor.value.admissionId, action: "ban" };
  await sanction({ actor: host.actor, input, now: at(1) });
  const real = seatActor(registration);
  expect(await joinRoom({ actor: real, input: { eventId: event.id, tab }, now: at(2) })).toMatchObject({
    ok: true,
  });
});

test("a late arrival gets a room of the running round within the join itself", async () => {
  const { createRound } = await import("./create-round");
  const { openRound } = await import("./open-round");
  const { event, host } = await aLiveEvent({ guests: 4 });
  const draft = { eventId: event.id, rule: "random_pairs", durationSeconds: 600 };
  const made = await createRound({ actor: host.actor, input: draft, now: at(5) });
  if (!made.ok) throw new Error(made.failure.reason);
  const opened = await openRound({
    actor: host.actor,
    input: { eventId: event.id, ...made.value },
    now: at(6),
  });
  expect(opened.ok).toBe(true);
  const late = await aGuest(event, at(60));
  const standing = await standingOf(db(), late.actor, { eventId: event.id, now: at(61) });
  expect(standing?.place).toMatchObject({ state: "room", room: { kind: "breakout" } });
});
