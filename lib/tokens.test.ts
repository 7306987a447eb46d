import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { forgetEnv } from "@/lib/env";
import { atOrigin } from "@/lib/testing/at-origin";
import {
  checkInCode,
  readCheckInCode,
  readRegistrationToken,
  readRequestToken,
  registrationLink,
  requestLink,
  seal,
  unseal,
} from "./tokens";

const words = z.object({ word: z.string() });
const lastPart = (link: string) => link.split("/").at(-1)?.split("?")[0] ?? "";

beforeAll(() => atOrigin(undefined));

describe("a sealed text", () => {
  it("comes back as it was, and says nothing to whoever reads it", async () => {
    const text = await seal("flash", { word: "canary" });
    expect(await unseal("flash", text, words)).toEqual({ word: "canary" });
    const parts = text.split(".").map((part) => Buffer.from(part, "base64url").toString("latin1"));
    expect(parts.join()).not.toContain("canary");
  });

  it("is worth nothing for another purpose, when cut, changed, expired or of another shape", async () => {
    const text = await seal("flash", { word: "a" });
    const expired = await seal("flash", { word: "a" }, -60);
    const none = "eyJhbGciOiJub25lIn0.eyJkIjp7IndvcmQiOiJhIn19.";
    const changed = `${text.slice(0, -4)}${text.endsWith("AAAA") ? "BBBB" : "AAAA"}`;
    for (const bad of [
      undefined,
      "",
      text.slice(0, -9),
      changed,
      expired,
      none,
      "%E0%A4%A",
      "x".repeat(100_000),
    ])
      expect(await unseal("flash", bad, words)).toBeUndefined();
    expect(await unseal("seats", text, words)).toBeUndefined();
    expect(await unseal("flash", text, z.object({ number: z.number() }))).toBeUndefined();
  });
});

describe("personal links", () => {
  it("open exactly the registration they were made for", async () => {
    const link = await registrationLink("reg_0123456789", { next: "room" });
    expect(link).toMatch(/^http:\/\/localhost:\d+\/j\/[\w.-]+\?next=room$/);
    expect(await readRegistrationToken(lastPart(link))).toBe("reg_0123456789");
    expect(await readRequestToken(lastPart(link))).toBeUndefined();
  });

  it("name the person who answers a request", async () => {
    const request = { requestId: "req_0123456789", personId: "per_0123456789" } as const;
    expect(await readRequestToken(lastPart(await requestLink(request)))).toEqual(request);
  });
});

describe("the code for the door", () => {
  const id = "reg_0123456789abcdefghjkmnpq";

  it("names its registration, also when typed in small letters or with blanks around it", () => {
    const code = checkInCode(id);
    expect(code).toMatch(/^[0-9A-Z]{46}$/);
    for (const text of [code, code.toLowerCase(), ` ${code}\n`]) expect(readCheckInCode(text)).toBe(id);
  });

  it("is nobody's when cut, changed, of another registration or another kind of text", async () => {
    const code = checkInCode(id);
    const other = checkInCode("reg_0123456789abcdefghjkmnpr");
    const changed = `${code.slice(0, -1)}${code.endsWith("0") ? "1" : "0"}`;
    const grafted = `${other.slice(0, 26)}${code.slice(26)}`;
    const long = "P1".padEnd(100_000, "A");
    for (const bad of [
      "",
      code.slice(0, -1),
      `${code}0`,
      changed,
      grafted,
      id,
      await registrationLink(id),
      long,
    ])
      expect(readCheckInCode(bad)).toBeUndefined();
  });

  it("is worth nothing once the secret is another one", () => {
    const code = checkInCode(id);
    const secret = process.env.AUTH_SECRET;
    process.env.AUTH_SECRET = "another-0123456789-abcdef-0123456789-unit";
    forgetEnv();
    expect(readCheckInCode(code)).toBeUndefined();
    process.env.AUTH_SECRET = secret;
    forgetEnv();
    expect(readCheckInCode(code)).toBe(id);
  });
});
