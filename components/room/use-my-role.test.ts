import { expect, it } from "vitest";
import { answerOf } from "@/realtime/client/testing/fake-control";
import type { WhereAmI } from "@/realtime/protocol";
import { roleOf } from "./use-my-role";

const said = answerOf("wait", new Date(0).toISOString());
const ofNobody: WhereAmI = { ...said, me: null };

it.each([
  ["what the server says counts", said, "host", "participant"],
  ["the page knew it first", null, "speaker", "speaker"],
  ["also while the server knows nobody", ofNobody, "cohost", "cohost"],
  ["nobody knows anything", ofNobody, null, "participant"],
] as const)("%s", (_what, answer, ofPage, role) => {
  expect(roleOf(answer, ofPage)).toBe(role);
});
