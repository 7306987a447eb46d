import { expect, it } from "vitest";
import { origin } from "@/lib/env";
import { flashCookie, noFlash } from "./flash";

/** Names of the attributes that a browser reads in a `Set-Cookie` header. */
const attributesOf = (cookie: string) =>
  cookie
    .split(";")
    .slice(1)
    .map((part) => part.split("=", 1)[0]?.trim());
const OURS = ["Path", "HttpOnly", "SameSite", "Max-Age"];
const EVIL = "/me/x;Path=/;Domain=localhost";

it("gives the cookie of a refused form no attribute that stands in the page to go back to", async () => {
  const cookie = await flashCookie({
    actor: { type: "guest", seats: [] },
    failure: { kind: "invalid", reason: "malformed" },
    body: {},
    page: EVIL,
  });
  expect(attributesOf(cookie)).toEqual(OURS);
});

it("gives it none either that stands in the address a form says it came from", () => {
  const request = new Request(origin(), { headers: { referer: `${origin()}${EVIL}` } });
  expect(noFlash(request).map(attributesOf)).toEqual([OURS]);
});
