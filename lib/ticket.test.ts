import { beforeAll, expect, test } from "vitest";
import { atOrigin } from "@/lib/testing/at-origin";
import { TICKET_ADDRESS, ticketOf } from "@/lib/ticket";
import { readCheckInCode } from "@/lib/tokens";

beforeAll(() => atOrigin(undefined));

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
