import { describe, expect, it } from "vitest";
import { mentionOf, mentionsIn, messageInput, withNames } from "../schema/chat";
import {
  closedTo,
  EDIT_MS,
  EDIT_PAUSE_MS,
  isReadBy,
  isReplyInPlace,
  keptFromRewording,
  mayWritePrivately,
  usualChat,
} from "./chat";

const [ada, ben, cem] = ["adm_aaaaaaaa", "adm_bbbbbbbb", "adm_cccccccc"];

it("lets people write to each other alone where they see each other, and before an audience not", () => {
  const usual = (["roundtable", "forum", "stage"] as const).map((mode) => usualChat(mode).privately);
  expect(usual).toEqual(["everybody", "nobody", "nobody"]);
});

describe("whom one may write to", () => {
  const settings = (writeTo: "everybody" | "hosts" | "nobody") => ({
    writeTo,
    privately: "everybody" as const,
  });
  it.each([
    ["everybody", "room", false, null],
    ["hosts", "room", false, "chat_closed"],
    ["hosts", "hosts", false, null],
    ["nobody", "hosts", false, "chat_closed"],
    ["nobody", "room", true, null],
    ["nobody", "private", false, null],
  ] as const)("chat open to %s: to %s, as a host: %s", (writeTo, scope, isHost, expected) => {
    expect(closedTo({ scope, isHost, inTalk: false, settings: settings(writeTo) })).toBe(expected);
    expect(closedTo({ scope, isHost, inTalk: true, settings: settings(writeTo) })).toBeNull();
  });

  it("alone to nobody, to hosts and from them, or to everybody", () => {
    const may = (privately: "everybody" | "hosts" | "nobody", writerIsHost: boolean, readerIsHost: boolean) =>
      mayWritePrivately({ privately, writerIsHost, readerIsHost });
    expect([may("everybody", false, false), may("hosts", false, false)]).toEqual([true, false]);
    expect([may("hosts", true, false), may("hosts", false, true)]).toEqual([true, true]);
    expect(may("nobody", true, true)).toBe(false);
  });
});

describe("who reads what", () => {
  const said = { roomId: "rom_a", admissionId: ada, toAdmissionId: null, answersId: null };
  const reader = (id: string, isHost = false, rooms: string[] = ["rom_a"]) => ({
    ...{ id, isHost, rooms: new Set(rooms) },
  });
  it("a room's words are for who may be there, hosts too", () => {
    expect(isReadBy({ ...said, scope: "room" }, reader(ben))).toBe(true);
    expect(isReadBy({ ...said, scope: "room" }, reader(ben, true, []))).toBe(false);
  });
  it("what goes to the hosts is theirs, its author's, and an answer is whose question it answers", () => {
    const toHosts = { ...said, scope: "hosts" as const };
    expect([ada, ben].map((id) => isReadBy(toHosts, reader(id)))).toEqual([true, false]);
    expect(isReadBy(toHosts, reader(ben, true, []))).toBe(true);
    expect(isReadBy({ ...toHosts, answersId: ben }, reader(ben))).toBe(true);
  });
  it("a private message is of two, and no host reads it", () => {
    const alone = { ...said, scope: "private" as const, toAdmissionId: ben };
    expect([ada, ben, cem].map((id) => isReadBy(alone, reader(id, true)))).toEqual([true, true, false]);
  });
});

it("keeps an answer in its conversation, or between the two", () => {
  const room = { scope: "room" as const, roomId: "rom_a", admissionId: ada, toAdmissionId: null };
  const byBen = { ...room, admissionId: ben };
  expect(isReplyInPlace(room, byBen)).toBe(true);
  expect(isReplyInPlace(room, { ...byBen, roomId: "rom_b" })).toBe(false);
  expect(isReplyInPlace(room, { ...byBen, scope: "hosts" })).toBe(false);
  expect(isReplyInPlace(room, { ...byBen, scope: "private", toAdmissionId: ada })).toBe(true);
  expect(isReplyInPlace(room, { ...byBen, scope: "private", toAdmissionId: cem })).toBe(false);
  const alone = { ...room, scope: "private" as const, toAdmissionId: ben };
  expect(isReplyInPlace(alone, byBen), "what was said to one is not quoted to all").toBe(false);
  expect(isReplyInPlace(alone, { ...byBen, scope: "private", toAdmissionId: ada })).toBe(true);
});

it("lets words be changed for a quarter of an hour, not all the time, and not once they are gone", () => {
  const [createdAt, never] = [new Date(0), { editedAt: null, deletedAt: null, hiddenAt: null }];
  const at = (ms: number) => new Date(ms);
  expect(keptFromRewording({ createdAt, ...never }, at(EDIT_MS))).toBeNull();
  expect(keptFromRewording({ createdAt, ...never }, at(EDIT_MS + 1))).toBe("too_old");
  const edited = { createdAt, ...never, editedAt: at(1_000) };
  expect(keptFromRewording(edited, at(1_000 + EDIT_PAUSE_MS - 1))).toBe("too_fast");
  expect(keptFromRewording(edited, at(1_000 + EDIT_PAUSE_MS))).toBeNull();
  expect(keptFromRewording({ createdAt, ...never, hiddenAt: at(1) }, at(2))).toBe("gone");
  expect(keptFromRewording({ createdAt, ...never, deletedAt: at(1) }, at(2))).toBe("gone");
});

it("finds who is mentioned, says names in their place, and counts a mention as a name", () => {
  const text = `${mentionOf(ada)} und ${mentionOf(ben)}, ${mentionOf(ada)}: <@adm_X> <@per_aaaaaaaa>`;
  expect(mentionsIn(text)).toEqual([ada, ben]);
  expect(withNames(mentionOf(ada), () => "Ada")).toBe("@Ada");
  const parse = (said: string) =>
    messageInput.safeParse({
      ...{ eventId: "evt_aaaaaaaa", roomId: "rom_aaaaaaaa", clientKey: "key-12345678", text: said },
    }).success;
  expect(parse(`${mentionOf(ada)}${"x".repeat(960)}`)).toBe(true);
  expect(parse(`${mentionOf(ada)}${"x".repeat(961)}`)).toBe(false);
  const people = (count: number) =>
    Array.from({ length: count }, (_, index) => mentionOf(`adm_person${index}`)).join(" ");
  expect([parse(people(10)), parse(people(11))]).toEqual([true, false]);
});
