import { beforeAll, expect, test } from "vitest";
import { forgetEnv } from "@/lib/env";
import { TICKET_ADDRESS, ticketOf } from "@/lib/ticket";
import { readCheckInCode } from "@/lib/tokens";

beforeAll(() => {
  Object.assign(process.env, {
    AUTH_SECRET: "0123456789-abcdef-0123456789-abcdef-unit",
    DATABASE_URL: "postgres://localhost/none",
    LIVEKIT_URL: "ws://localhost:7880",
    LIVEKIT_API_KEY: "key",
    LIVEKIT_API_SECRET: "0123456789-abcdef-0123456789-abcdef-unit",
  });
  forgetEnv();
});

const shows = `<img src="cid:${TICKET_ADDRESS}">`;

test("a mail about a registration that shows the picture gets the code of that registration", () => {
  const code = ticketOf({ html: shows, subjectId: "reg_0123456789" });
  expect(readCheckInCode(code ?? "")).toBe("reg_0123456789");
});

test.for([
  ["<p>nothing to see</p>", "reg_0123456789"],
  [shows, "mtg_0123456789"],
  [shows, ""],
] as const)("%s about %j needs none", ([html, subjectId]) => {
  expect(ticketOf({ html, subjectId })).toBeUndefined();
});
