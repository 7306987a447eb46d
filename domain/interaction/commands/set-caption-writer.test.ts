import { expect, it } from "vitest";
import { claimActor } from "@/db/testing/actors";
import { aChat } from "@/db/testing/chat";
import { aClaim, aRegistration } from "@/db/testing/makers";
import { NOT_ALLOWED, refusalOf } from "@/db/testing/refusals";
import { joined } from "@/db/testing/rooms";
import { listCaptionWriters } from "../queries/captions";
import { setCaptionWriter } from "./set-caption-writer";

async function ground(values: Parameters<typeof aChat>[0] = {}) {
  const chat = await aChat(values);
  const { eventId, host, next } = chat;
  const appoint = (admissionId: string, language: string | null, by: Pick<typeof host, "actor"> = host) =>
    setCaptionWriter({ actor: by.actor, input: { eventId, admissionId, language }, now: next() });
  const writers = async () => {
    const listed = await listCaptionWriters(host.actor, eventId, next());
    return listed.ok ? listed.value.writers.map(({ admissionId }) => admissionId) : [];
  };
  return { ...chat, appoint, writers };
}

it("is the hosts' to say, and in a language there is", async () => {
  const { ada, appoint, writers } = await ground();
  expect(refusalOf(await appoint(ada.admissionId, "de", ada))).toBe(NOT_ALLOWED);
  expect(await appoint(ada.admissionId, "klingon")).toMatchObject({ failure: { kind: "invalid" } });
  expect((await appoint(ada.admissionId, "de")).ok).toBe(true);
  expect(await writers()).toEqual([ada.admissionId]);
});

it("S56: nobody of another event is asked, nobody unproven, and six people write at most, however many are asked at once", async () => {
  const { event, people, appoint, writers, next } = await ground({ guests: 7 });
  const foreign = await aChat();
  expect(await appoint(foreign.ada.admissionId, "de")).toMatchObject({ failure: { kind: "not_found" } });
  const registration = await aRegistration(event);
  const claim = claimActor(registration, await aClaim(registration));
  const { admissionId } = await joined(event, claim, { tab: "tab-claim", now: next() });
  expect(await appoint(admissionId, "de")).toMatchObject({ failure: { kind: "not_found" } });
  const asked = await Promise.all(people.map((one) => appoint(one.admissionId, "de")));
  expect(asked.filter(({ ok }) => ok)).toHaveLength(6);
  expect(await writers()).toHaveLength(6);
});
