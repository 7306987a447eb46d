import { describe, expect, it } from "vitest";
import { EnvironmentError, parseEnv } from "./env";

const random = "7f3a9c51e0b84d26a17c5e93f8d20b64";
const complete = {
  NODE_ENV: "production",
  DATABASE_URL: "postgres://plenum@127.0.0.1:5432/plenum",
  AUTH_SECRET: random,
  LIVEKIT_URL: "ws://127.0.0.1:7880",
  LIVEKIT_API_KEY: "key",
  LIVEKIT_API_SECRET: random,
} as const;
const live = { ...complete, PLENUM_ORIGIN: "https://plenum.example.org" };

describe("demo mode", () => {
  it("lasts as long as no public origin is given", () => {
    expect(parseEnv(complete)).toMatchObject({ PLENUM_DEMO: true, ORIGIN: "http://localhost:3000" });
    expect(parseEnv({ ...complete, PLENUM_ORIGIN: "" }).PLENUM_DEMO).toBe(true);
    expect(parseEnv(live)).toMatchObject({ PLENUM_DEMO: false, ORIGIN: "https://plenum.example.org" });
  });

  it("cannot be switched on by a variable", () => {
    expect(parseEnv({ ...live, PLENUM_DEMO: "1" }).PLENUM_DEMO).toBe(false);
  });
});

describe("with a public origin the start is refused", () => {
  it.each([
    ["AUTH_SECRET", undefined, "is not set"],
    ["AUTH_SECRET", "short", "AUTH_SECRET"],
    ["AUTH_SECRET", "change-me-change-me-change-me-change-me", "default"],
    ["AUTH_SECRET", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "default"],
    ["LIVEKIT_API_SECRET", "devsecret-devsecret-devsecret-devsecret", "default"],
    ["LIVEKIT_URL", undefined, "is not set"],
    ["PLENUM_ORIGIN", "plenum.example.org", "PLENUM_ORIGIN"],
    ["PLENUM_ORIGIN", "https://plenum.example.org/path", "PLENUM_ORIGIN"],
  ])("when %s is %s", (name, value, message) => {
    expect(() => parseEnv({ ...live, [name]: value })).toThrow(EnvironmentError);
    expect(() => parseEnv({ ...live, [name]: value })).toThrow(message);
  });

  it("without quoting the value", () => {
    const secret = "hunter2-hunter2";
    expect(() => parseEnv({ ...live, AUTH_SECRET: secret })).not.toThrow(secret);
  });
});

it("takes the room server's address for the app from the one for browsers", () => {
  expect(parseEnv(complete).LIVEKIT_API_URL).toBe("http://127.0.0.1:7880");
  expect(parseEnv({ ...complete, LIVEKIT_URL: "wss://live.example.org" }).LIVEKIT_API_URL).toBe(
    "https://live.example.org",
  );
});

it("reads a maintenance as two moments, the first of which comes first", () => {
  const of = (text: string) => parseEnv({ ...live, PLENUM_MAINTENANCE: text }).PLENUM_MAINTENANCE;
  expect(of("2026-12-05T18:00+01:00/2026-12-05T17:30:00Z")).toEqual({
    from: new Date("2026-12-05T17:00:00Z"),
    until: new Date("2026-12-05T17:30:00Z"),
  });
  for (const wrong of ["tonight", "2026-12-05T18:00Z", "2026-12-05T18:00Z/2026-12-05T17:00Z"])
    expect(() => of(wrong), wrong).toThrow("PLENUM_MAINTENANCE");
});

it("reads proxies as a list", () => {
  expect(parseEnv({ ...complete, PLENUM_TRUSTED_PROXIES: "10.0.0.0/8, ::1" }).PLENUM_TRUSTED_PROXIES).toEqual(
    ["10.0.0.0/8", "::1"],
  );
});

describe("an organisation's sign-in", () => {
  const oidc = {
    OIDC_ISSUER: "https://login.example.org/realms/office",
    OIDC_CLIENT_ID: "plenum",
    OIDC_CLIENT_SECRET: random,
    OIDC_NAME: "Musterwerk",
  };

  it("is configured whole or not at all", () => {
    expect(parseEnv({ ...live, ...oidc, OIDC_DOMAINS: "Example.org, example.net" })).toMatchObject({
      ...oidc,
      OIDC_DOMAINS: ["example.org", "example.net"],
    });
    expect(parseEnv(live).OIDC_ISSUER).toBeUndefined();
    for (const name of Object.keys(oidc))
      expect(() => parseEnv({ ...live, ...oidc, [name]: "" }), name).toThrow(`${name}: is not set`);
  });

  it.each([
    ["http://login.example.org", "https"],
    ["https://login.example.org/.well-known/openid-configuration", "issuer"],
    ["https://login.example.org?realm=office", "issuer"],
    ["login.example.org", "OIDC_ISSUER"],
  ])("is not asked at %s", (issuer, message) => {
    expect(() => parseEnv({ ...live, ...oidc, OIDC_ISSUER: issuer })).toThrow(message);
  });

  it("may be in clear text on this machine", () => {
    const local = { ...complete, ...oidc, OIDC_ISSUER: "http://127.0.0.1:8080/realms/office" };
    expect(parseEnv(local).OIDC_ISSUER).toBe(local.OIDC_ISSUER);
  });
});
