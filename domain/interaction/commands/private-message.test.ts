import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { chatMessages } from "@/db/schema/interaction";
import { outbox } from "@/db/schema/kernel";
import { personBlocks } from "@/db/schema/matchmaking";
import { admissions } from "@/db/schema/rooms";
import { aChat } from "@/db/testing/chat";
import { refusalOf } from "@/db/testing/refusals";
import { aLiveEvent, some } from "@/db/testing/rooms";
import { hideMessage } from "./hide-message";

const NOT_REACHABLE = expect.stringContaining("not_reachable");

it("is read by two, told to two, and no host sees or hides it", async () => {
  const { ada, ben, cem, host, eventId, privately, texts, next } = await aChat();
  const result = await privately(ada, ben, "Nur für Sie");
  const messageId = result.ok ? result.value.id : "";
  for (const who of [ada, ben]) expect(await texts(who)).toEqual(["Nur für Sie"]);
  for (const who of [cem, host]) expect(await texts(who)).toEqual([]);
  const facts = await db().select().from(outbox).where(eq(outbox.kind, "chat.posted"));
  const told = facts.flatMap(({ payload }) => (JSON.stringify(payload).includes(eventId) ? [payload] : []));
  expect(told).toEqual([expect.objectContaining({ onlyFor: [ada.admissionId, ben.admissionId] })]);
  const hide = hideMessage({ actor: host.actor, input: { eventId, messageId }, now: next() });
  expect(await hide).toMatchObject({ failure: { reason: "missing_message" } });
  expect(await texts(ben)).toHaveLength(1);
});

it("goes where the event allows it: nowhere before an audience, with hosts alone, or to everybody", async () => {
  const { ada, ben, host, privately, set } = await aChat({ mode: "stage" });
  const tries = async () => ({
    toHost: (await privately(ada, host, "Hallo")).ok,
    byHost: (await privately(host, ada, "Hallo")).ok,
    toBen: (await privately(ada, ben, "Hallo")).ok,
  });
  expect(await tries()).toEqual({ toHost: false, byHost: false, toBen: false });
  await set(host, { privately: "hosts" });
  expect(await tries()).toEqual({ toHost: true, byHost: true, toBen: false });
  await set(host, { privately: "everybody" });
  // Nobody in this audience sees who else is there, so an id alone opens nothing.
  expect(await tries()).toEqual({ toHost: true, byHost: true, toBen: false });
});

it("S56: reaches nobody of another event, not oneself, and not everybody by leaving the reader out", async () => {
  const { ada, privately, post } = await aChat();
  const [stranger] = some((await aLiveEvent({ guests: 1 })).people, 1);
  if (!stranger) throw new Error("a stranger is needed");
  expect(refusalOf(await privately(ada, stranger, "Hallo"))).toEqual(NOT_REACHABLE);
  expect(refusalOf(await privately(ada, ada, "Hallo"))).toEqual(NOT_REACHABLE);
  expect(await post(ada, "Hallo", { scope: "private" })).toMatchObject({ failure: { kind: "invalid" } });
  const open = { scope: "room", toAdmissionId: stranger.admissionId };
  expect(await post(ada, "Hallo", open)).toMatchObject({ failure: { kind: "invalid" } });
});

it("stops where one of the two keeps away from the other, and does not say so", async () => {
  const { ada, ben, privately, texts } = await aChat();
  expect((await privately(ada, ben, "Vorher")).ok).toBe(true);
  const personOf = async (id: typeof ada.admissionId) => {
    const [row] = await db().select().from(admissions).where(eq(admissions.id, id));
    if (!row?.personId) throw new Error("whoever entered by a mailed link is a person");
    return row.personId;
  };
  const [personId, blockedId] = [await personOf(ben.admissionId), await personOf(ada.admissionId)];
  await db().insert(personBlocks).values({ personId, blockedId });
  expect(refusalOf(await privately(ada, ben, "Nachher"))).toEqual(NOT_REACHABLE);
  expect(refusalOf(await privately(ben, ada, "Nachher"))).toEqual(NOT_REACHABLE);
  expect(await texts(ben)).toEqual(["Vorher"]);
});

it("has a reader by constraint, whoever writes the row", async () => {
  const { ada, eventId, roomId, ben } = await aChat();
  const row = { eventId, roomId, admissionId: ada.admissionId, text: "Hallo", clientKey: "key-of-a-row" };
  const bad = [
    { ...row, scope: "private" as const },
    { ...row, scope: "room" as const, toAdmissionId: ben.admissionId },
    { ...row, scope: "private" as const, toAdmissionId: ada.admissionId },
    { ...row, scope: "room" as const, deletedAt: new Date(0) },
  ];
  for (const values of bad) await expect(db().insert(chatMessages).values(values)).rejects.toThrow();
});
