import { expect, test } from "vitest";
import { claimActor } from "@/db/testing/actors";
import { aHostRoom } from "@/db/testing/host-room";
import { aClaim, aRegistration } from "@/db/testing/makers";
import { NOT_ALLOWED, refusalOf } from "@/db/testing/refusals";
import { aLiveEvent, at, joined } from "@/db/testing/rooms";
import { createRound } from "./create-round";
import { joinRoom } from "./join-room";
import { setRole } from "./set-role";

test("a participant becomes co-host, runs rounds from any device, and loses it again", async () => {
  const { event, host, people } = await aLiveEvent({ guests: 1 });
  const [ada] = people;
  if (!ada) throw new Error("nobody joined");
  const become = (role: string) =>
    setRole({
      actor: host.actor,
      input: { eventId: event.id, admissionId: ada.admissionId, role },
      now: at(5),
    });
  const draft = () =>
    createRound({ actor: ada.actor, input: { eventId: event.id, rule: "by_hand" }, now: at(6) });
  expect(refusalOf(await draft())).toBe(NOT_ALLOWED);
  expect(await become("cohost")).toMatchObject({ ok: true });
  const again = { eventId: event.id, tab: "tab-phone", takeOver: true };
  await joinRoom({ actor: ada.actor, input: again, now: at(6) });
  expect((await draft()).ok).toBe(true);
  await become("participant");
  await joinRoom({ actor: ada.actor, input: again, now: at(7) });
  expect(refusalOf(await draft())).toBe(NOT_ALLOWED);
});

test("nobody changes a host by grant, promotes a claim or promotes themselves", async () => {
  const { event, host, people } = await aLiveEvent({ guests: 1 });
  const registration = await aRegistration(event);
  const claim = await joined(event, claimActor(registration, await aClaim(registration)), {
    tab: "tab-c",
    now: at(1),
  });
  const [ada] = people;
  if (!ada) throw new Error("nobody joined");
  const become = (admissionId: string, role: string, actor = host.actor) =>
    setRole({ actor, input: { eventId: event.id, admissionId, role }, now: at(5) });
  expect(await become(ada.admissionId, "unproven")).toMatchObject({ failure: { kind: "invalid" } });
  expect(await become(host.admissionId, "participant")).toMatchObject({ failure: { reason: "is_host" } });
  expect(await become(claim.admissionId, "speaker")).toMatchObject({ failure: { reason: "unproven" } });
  expect(await become(ada.admissionId, "speaker", ada.actor)).toMatchObject({
    failure: { kind: "forbidden" },
  });
  expect(await become("adm_00000000", "speaker")).toMatchObject({ failure: { reason: "missing_person" } });
});

test("a viewer only watches at a round table, raises a hand, and takes part again when hosts say so", async () => {
  const { ada, become, standing } = await aHostRoom();
  await become(ada, "viewer", 5);
  expect((await standing(ada, 6))?.rights).toMatchObject({
    mic: false,
    cam: false,
    chat: true,
    raiseHand: true,
  });
  await become(ada, "participant", 7);
  expect((await standing(ada, 8))?.rights).toMatchObject({ mic: true });
});

test("a host is made and unmade by hosts, not by co-hosts, and never a host by grant", async () => {
  const { host, ada, ben, become, becomeBy } = await aHostRoom();
  await become(ben, "cohost", 5);
  expect(await becomeBy(ben)(ada, "host", 6)).toBe("conflict not_host");
  expect(await become(ada, "host", 6)).toBe("done");
  expect(await becomeBy(ben)(ada, "participant", 7)).toBe("conflict is_host");
  expect(await becomeBy(ada)(host, "participant", 7)).toBe("conflict is_host");
  expect(await become(ada, "participant", 8)).toBe("done");
});
