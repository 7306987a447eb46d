import { expect, it } from "vitest";
import { EDIT_MS } from "@/domain/interaction/rules/chat";
import { actionsFor } from "./message-actions";

const message = {
  ...{ id: "msg_a", roomId: "main", scope: "room" as const, admissionId: "adm_ben", name: "Ben" },
  ...{ toId: null, toName: null, text: "Hallo", mentions: [], replyTo: null, edited: false, deleted: false },
  ...{ clientKey: "key-12345678", at: new Date(0).toISOString() },
};
const reader = { me: "adm_ada", moderate: false, chat: true, now: 1_000, reachesAuthor: true };

it("lets everybody answer, authors change their own, and hosts alone hide what others wrote", () => {
  expect(actionsFor(message, reader)).toEqual(["reply", "reply_privately"]);
  expect(actionsFor(message, { ...reader, moderate: true })).toContain("hide");
  expect(actionsFor(message, { ...reader, me: "adm_ben" })).toEqual(["reply", "edit", "delete"]);
});

it("ends: edits after a quarter of an hour, everything once the words are gone", () => {
  const late = { ...reader, me: "adm_ben", now: EDIT_MS + 1 };
  expect(actionsFor(message, late)).toEqual(["reply", "delete"]);
  expect(actionsFor({ ...message, text: "" }, { ...late, moderate: true })).toEqual([]);
});

it("offers nothing to say to whoever may only read, and their own words back all the same", () => {
  expect(actionsFor(message, { ...reader, chat: false })).toEqual([]);
  expect(actionsFor(message, { ...reader, chat: false, me: "adm_ben" })).toEqual(["delete"]);
});
