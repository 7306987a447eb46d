import { beforeEach, describe, expect, it } from "vitest";
import { clearCookie, cookieName, cookiesIn, setCookie, setPageCookie } from "./cookies";
import { atOrigin } from "./testing/at-origin";

beforeEach(() => atOrigin(undefined));

describe("cookies", () => {
  it("are bound to our own host on https, and sent by no foreign form", () => {
    atOrigin("https://plenum.example.org");
    expect(setCookie("login", "a", 60)).toBe(
      "__Host-plenum-login=a; Path=/; HttpOnly; SameSite=Lax; Max-Age=60; Secure",
    );
    expect(setPageCookie({ kind: "flash", value: "a", path: "/e/x", maxAgeSeconds: 9 })).toBe(
      "__Secure-plenum-flash=a; Path=/e/x; HttpOnly; SameSite=Lax; Max-Age=9; Secure",
    );
  });

  it("take no attribute from the path of a page, nor another header", () => {
    const path = "/me/x;Path=/;Domain=localhost\r\nx-evil: 1";
    expect(setPageCookie({ kind: "flash", value: "a", path, maxAgeSeconds: 9 })).toBe(
      "plenum-flash=a; Path=/me/x%3BPath=/%3BDomain=localhost%0D%0Ax-evil: 1; HttpOnly; SameSite=Lax; Max-Age=9",
    );
  });

  it("work without https in the demo", () => {
    expect(clearCookie("login")).toBe("plenum-login=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0");
    expect(cookieName("seats")).toBe("plenum-seats");
  });

  it("are read back as they were set, and garbage is none", () => {
    const text = setCookie("browser", "a=b; c%", 9).split(";")[0] ?? "";
    expect(cookiesIn(`x=1; ${text}`).get("browser")).toBe("a=b; c%");
    for (const header of [null, "", ";;=", "plenum-browser=%E0%A4%A", "plenum-browser"])
      expect(cookiesIn(header).get("browser")).toBeUndefined();
  });
});
