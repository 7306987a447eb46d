import { expect, it } from "vitest";
import { claimActor } from "@/db/testing/actors";
import { aChat } from "@/db/testing/chat";
import { aClaim, aRegistration } from "@/db/testing/makers";
import { anOpenRound, at, joined } from "@/db/testing/rooms";
import { sanction } from "@/domain/rooms/commands/sanction";
import { switchSession } from "@/domain/rooms/commands/switch-session";
import { setCaptionWriter } from "../commands/set-caption-writer";
import { listCaptionWriters, roomToCaption } from "./captions";

type Who = Pick<Awaited<ReturnType<typeof aChat>>["ada"], "actor">;

async function aRoomWithCaptions() {
  const chat = await aChat();
  const { eventId, host, next } = chat;
  const ask = async ({ actor }: Who, kind: "captions" | "own", now = next()) => {
    const found = await roomToCaption(actor, { eventId, kind, now });
    return found.ok ? found.value : found.failure.reason;
  };
  const appoint = (admissionId: string, language: string | null) =>
    setCaptionWriter({ actor: host.actor, input: { eventId, admissionId, language }, now: next() });
  const writers = async ({ actor }: Who) => {
    const listed = await listCaptionWriters(actor, eventId, next());
    return listed.ok ? listed.value.writers.map(({ admissionId, language }) => [admissionId, language]) : [];
  };
  return { ...chat, ask, appoint, writers };
}

it("S58: captions come from whom the hosts asked, under their own name, and from nobody else", async () => {
  const { ada, ben, ask, appoint, writers } = await aRoomWithCaptions();
  expect(await ask(ada, "captions")).toBe("no_writer");
  expect(await appoint(ada.admissionId, "de")).toMatchObject({ ok: true });
  expect(await ask(ada, "captions")).toMatchObject({ by: ada.admissionId, language: "de" });
  expect(await ask(ben, "captions")).toBe("no_writer");
  expect(await writers(ben)).toEqual([[ada.admissionId, "de"]]);
  await appoint(ada.admissionId, "en");
  expect(await writers(ben)).toEqual([[ada.admissionId, "en"]]);
  await appoint(ada.admissionId, null);
  expect([await writers(ben), await ask(ada, "captions")]).toEqual([[], "no_writer"]);
});

it("anybody who may write says something themselves, and it goes to the room they are in and to no other", async () => {
  const { event, ada, host, ask } = await aRoomWithCaptions();
  const plenary = await ask(ada, "own");
  expect(plenary).toMatchObject({ by: ada.admissionId, language: null });
  await anOpenRound({ event, host });
  const breakout = await ask(ada, "own", at(100));
  expect(breakout).toMatchObject({ lkName: expect.any(String) });
  expect(breakout).not.toEqual(plenary);
});

it("S59: is refused where the chat is, but captions go on while everything is on hold", async () => {
  const { eventId, ada, host, event, ask, appoint, next } = await aRoomWithCaptions();
  await appoint(ada.admissionId, "de");
  const change = (what: string) =>
    switchSession({ actor: host.actor, input: { eventId, change: what }, now: next() });
  await change("freeze");
  expect(await ask(ada, "own")).toBe("frozen");
  expect(await ask(ada, "captions")).toMatchObject({ language: "de" });
  await change("unfreeze");
  const put = (action: string) =>
    sanction({ actor: host.actor, input: { eventId, admissionId: ada.admissionId, action }, now: next() });
  await put("no_chat");
  expect([await ask(ada, "own"), await ask(ada, "captions")]).toEqual(["no_chat", "no_chat"]);
  await put("ban");
  expect(await ask(ada, "captions")).toBe("not_allowed");
  const registration = await aRegistration(event);
  const claim = claimActor(registration, await aClaim(registration));
  await joined(event, claim, { tab: "tab-claim", now: next() });
  expect(await ask({ actor: claim }, "own")).toBe("not_allowed");
});
