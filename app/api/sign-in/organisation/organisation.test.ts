import { eq } from "drizzle-orm";
import { NextRequest } from "next/server";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { callbackAddress, expectation } from "@/auth/organisation";
import { actorOf } from "@/auth/session";
import { db } from "@/db/client";
import { accounts, logins, people } from "@/db/schema/people";
import { personActor } from "@/db/testing/actors";
import { aPerson } from "@/db/testing/makers";
import { anOffice } from "@/db/testing/office";
import { MISSING, refusalOf } from "@/db/testing/refusals";
import { cookiesFrom, formPost, noParams } from "@/db/testing/requests";
import { acceptRole } from "@/domain/alliance/commands/accept-role";
import { offerRole } from "@/domain/alliance/commands/offer-role";
import { cookieName, cookiesIn } from "@/lib/cookies";
import { forgetEnv, origin } from "@/lib/env";
import { logger } from "@/lib/logger";
import { type Account, anOidcProvider, type Moods } from "@/lib/testing/oidc-provider";
import { seal, unseal } from "@/lib/tokens";
import { GET as callback } from "./callback/route";
import { POST as begin } from "./route";

const CLIENT = { id: "plenum", secret: "secret-of-plenum-at-its-provider" };
const ADA: Account = { sub: "7b1d", email: "Ada@Example.org", email_verified: true, name: "Ada Beispiel" };
let provider: Awaited<ReturnType<typeof anOidcProvider>> | undefined;

/** An installation with this provider. */
async function provided(account: Account, { domains = "", ...moods }: Moods & { domains?: string } = {}) {
  const client = { ...CLIENT, redirectAddress: callbackAddress() };
  provider = await anOidcProvider({ client, account, moods });
  configure({ OIDC_ISSUER: provider.issuer, OIDC_DOMAINS: domains });
  return provider;
}
function configure(values: Record<string, string>): void {
  const named = { OIDC_CLIENT_ID: CLIENT.id, OIDC_CLIENT_SECRET: CLIENT.secret, OIDC_NAME: "Musterwerk" };
  Object.assign(process.env, named, values);
  forgetEnv();
}
const NAMES = ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET", "OIDC_NAME", "OIDC_DOMAINS"];
const unconfigure = () => {
  for (const name of NAMES) delete process.env[name];
  forgetEnv();
};
beforeEach(async () => {
  unconfigure();
  await db().delete(logins);
});
afterEach(async () => {
  await provider?.close();
  provider = undefined;
  unconfigure();
  vi.restoreAllMocks();
});

const press = (next = "/o", from?: string) =>
  begin(formPost("/api/sign-in/organisation", { next, locale: "en" }, from ? { from } : {}), noParams);
const comeBack = (address: string, cookie: string) =>
  callback(new NextRequest(address, { headers: { cookie } }), noParams);

/** What a browser does at the provider: follows until it is sent home, with the cookies it is given on the way. */
async function throughProvider(start: string): Promise<string> {
  const jar = new Map<string, string>();
  let address = start;
  for (let hop = 0; hop < 10 && !address.startsWith(origin()); hop += 1) {
    const cookie = [...jar].map((pair) => pair.join("=")).join("; ");
    const answer = await fetch(address, { redirect: "manual", headers: { cookie } });
    for (const text of answer.headers.getSetCookie()) {
      const [name = "", value = ""] = text.split(";")[0]?.split("=") ?? [];
      jar.set(name, value);
    }
    const to = answer.headers.get("location");
    if (!to) throw new Error(`the provider leads nowhere: ${answer.status} ${await answer.text()}`);
    address = new URL(to, address).href;
  }
  return address;
}

/** Presses the button and comes back from there. */
async function signIn(next?: string) {
  const pressed = await press(next);
  const address = await throughProvider(pressed.headers.get("location") ?? "");
  const cookie = cookiesFrom(pressed);
  return { address, cookie, answer: await comeBack(address, cookie) };
}
const whyOf = (answer: Response) => {
  const page = new URL(answer.headers.get("location") ?? "", origin());
  return [answer.status, page.pathname, page.searchParams.get("why")];
};
const refused = (why: string) => [303, "/en/login/organisation", why];
const personOf = (email: string) => db().select().from(people).where(eq(people.email, email));

describe("signing in through an organisation", () => {
  it("makes the person of a verified address, with a login like any other, and keeps nothing else", async () => {
    await provided(ADA);
    const { answer } = await signIn("/o?x=1");
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/o?x=1"]);
    const cookies = answer.headers.getSetCookie();
    const login = cookies.find((text) => text.startsWith(`${cookieName("login")}=`));
    expect(login).toMatch(/; Path=\/; HttpOnly; SameSite=Lax; Max-Age=2592000$/);
    expect(cookies.find((text) => text.startsWith(cookieName("organisation")))).toContain("Max-Age=0");
    const [ada, ...others] = await personOf("ada@example.org");
    expect([ada?.name, ada?.locale, others]).toEqual(["Ada Beispiel", "en", []]);
    expect(ada?.emailVerified).not.toBeNull();
    const actor = await actorOf(new Request(origin(), { headers: { cookie: cookiesFrom(answer) } }));
    expect(actor).toMatchObject({ type: "person", personId: ada?.id });
    expect(await db().$count(accounts), "no id and no token of the provider").toBe(0);
    expect(JSON.stringify(await db().select().from(people))).not.toContain(ADA.sub);
  });

  it("is the same person as by mail, in whatever case the provider writes the address", async () => {
    const known = await aPerson({ email: "eva@example.org", name: "Eva Echt" });
    await provided({ ...ADA, email: "EVA@Example.org" });
    const { answer } = await signIn();
    const actor = await actorOf(new Request(origin(), { headers: { cookie: cookiesFrom(answer) } }));
    expect(actor).toMatchObject({ type: "person", personId: known.id });
    expect(await personOf("eva@example.org")).toMatchObject([{ id: known.id, name: "Eva Echt" }]);
  });

  it("reaches a role by invitation", async () => {
    const { network, actor: owner } = await anOffice();
    await provided({ ...ADA, email: "office@example.org" });
    const input = { networkId: network.id, email: "office@example.org", role: "organizer", locale: "de" };
    const offered = await offerRole({ actor: owner, input });
    if (!offered.ok) throw new Error(offered.failure.reason);
    const { invitationId } = offered.value;
    const { answer } = await signIn(`/o/offered/${invitationId}`);
    expect(answer.headers.get("location")).toBe(`/o/offered/${invitationId}`);
    const signedIn = () => actorOf(new Request(origin(), { headers: { cookie: cookiesFrom(answer) } }));
    expect(await acceptRole({ actor: await signedIn(), input: { invitationId } })).toMatchObject({
      ok: true,
    });
    expect(await signedIn()).toMatchObject({ grants: [{ role: "organizer", networkId: network.id }] });
    const other = personActor(await aPerson());
    expect(refusalOf(await acceptRole({ actor: other, input: { invitationId } }))).toBe(MISSING);
  });

  it("asks for the address where the ID token does not hold it", async () => {
    const { asked } = await provided(ADA, { asksForMore: true });
    expect((await signIn()).answer.headers.get("location")).toBe("/o");
    expect(asked).toContain("/me");
  });
});

describe("nobody is signed in", () => {
  it.each<[string, Account, string]>([
    ["by an address that is not verified", { ...ADA, email_verified: false }, "unverified"],
    ["by one of which nothing is said", { sub: "1", email: "ada@example.org" }, "unverified"],
    ["by a word that only looks like yes", { ...ADA, email_verified: "true" }, "unverified"],
    ["without an address", { sub: "1", name: "Ada" }, "no_email"],
    ["by what is no address", { ...ADA, email: "ada@example.org, eva@example.org" }, "no_email"],
    ["by an address of another house", { ...ADA, email: "ada@sub.example.org" }, "domain"],
  ])("%s", async (_what, account, why) => {
    await provided(account, { domains: "EXAMPLE.org, example.net" });
    const { answer } = await signIn();
    expect(whyOf(answer)).toEqual(refused(why));
    expect(cookiesFrom(answer)).toBe("");
    expect(await db().$count(logins)).toBe(0);
  });

  it("in another browser, twice, or with a state, a code or an issuer that was changed on the way", async () => {
    await provided(ADA);
    const pressed = await press();
    const cookie = cookiesFrom(pressed);
    const home = new URL(await throughProvider(pressed.headers.get("location") ?? ""));
    const other = cookiesFrom(await press());
    expect((await comeBack(home.href, "")).headers.get("location")).toContain(
      "/login/organisation?why=failed",
    );
    expect(whyOf(await comeBack(home.href, other))).toEqual(refused("failed"));
    for (const part of ["state", "code", "iss"]) {
      const changed = new URL(home);
      changed.searchParams.set(part, part === "iss" ? "https://evil.test" : "forged");
      expect(whyOf(await comeBack(changed.href, cookie)), part).toEqual(refused("failed"));
    }
    expect(await db().$count(logins)).toBe(0);
    expect((await comeBack(home.href, cookie)).headers.get("location")).toBe("/o");
    expect(whyOf(await comeBack(home.href, cookie)), "once only").toEqual(refused("failed"));
    expect(await db().$count(logins)).toBe(1);
  });

  it.each(["nonce", "verifier", "state"] as const)(
    "when the browser's %s is not the one asked with",
    async (part) => {
      await provided(ADA);
      const pressed = await press();
      const address = await throughProvider(pressed.headers.get("location") ?? "");
      const kept = z.object({ expected: expectation, next: z.string(), locale: z.string() });
      const sealed = await unseal("organisation", cookiesIn(cookiesFrom(pressed)).get("organisation"), kept);
      if (!sealed) throw new Error("the browser keeps nothing");
      const resealed = (expected: object) => seal("organisation", { ...sealed, expected }, 60);
      const changed = await resealed({ ...sealed.expected, [part]: "a".repeat(43) });
      const name = cookieName("organisation");
      expect(whyOf(await comeBack(address, `${name}=${changed}`))).toEqual(refused("failed"));
      expect(await db().$count(logins)).toBe(0);
    },
  );

  it("by keys that are not the issuer's", async () => {
    await provided(ADA, { otherKeys: true });
    expect(whyOf((await signIn()).answer)).toEqual(refused("failed"));
  });

  it("whoever stops at the provider", async () => {
    await provided(ADA);
    const pressed = await press();
    const state = new URL(pressed.headers.get("location") ?? "").searchParams.get("state") ?? "";
    const query = new URLSearchParams({ error: "access_denied", state, iss: provider?.issuer ?? "" });
    const address = `${origin()}/api/sign-in/organisation/callback?${query}`;
    expect(whyOf(await comeBack(address, cookiesFrom(pressed)))).toEqual(refused("declined"));
  });
});

describe("the button", () => {
  it("does not exist without a provider, and takes nothing from a foreign page", async () => {
    expect((await press()).status).toBe(404);
    const { asked } = await provided(ADA);
    expect((await press("/o", "https://evil.test")).status).toBe(403);
    expect(asked, "nobody is asked before the button is pressed").toEqual([]);
  });

  it("leads to the issuer with what it needs, and comes back to a page of ours only", async () => {
    const { issuer } = await provided(ADA);
    const to = new URL((await press()).headers.get("location") ?? "");
    expect(to.origin).toBe(issuer);
    expect(Object.fromEntries(to.searchParams)).toMatchObject({
      redirect_uri: `${origin()}/api/sign-in/organisation/callback`,
      response_type: "code",
      code_challenge_method: "S256",
      scope: "openid email profile",
      state: expect.stringMatching(/^[\w-]{20,}$/),
      nonce: expect.stringMatching(/^[\w-]{20,}$/),
    });
    for (const next of ["https://evil.test", "//evil.test", "/api/sign-in/out", "/\\evil.test"])
      expect((await signIn(next)).answer.headers.get("location"), next).toBe("/en/me");
  });

  it("says that the provider is away, when it is asked and when it has to answer for somebody", async () => {
    const { close } = await provided(ADA);
    const pressed = await press();
    const address = await throughProvider(pressed.headers.get("location") ?? "");
    await close();
    expect(whyOf(await comeBack(address, cookiesFrom(pressed)))).toEqual(refused("away"));
    expect(whyOf(await press())).toEqual(refused("away"));
  });

  it("does not go to whoever calls itself something else than it was asked as", async () => {
    await provided(ADA, { otherIssuer: true });
    expect(whyOf(await press())).toEqual(refused("away"));
  });

  it("writes no code, no state and no token into the log", async () => {
    const lines: string[] = [];
    vi.spyOn(logger, "warn").mockImplementation((...parts: unknown[]) => {
      lines.push(JSON.stringify(parts));
    });
    await provided(ADA, { otherKeys: true });
    const { address } = await signIn();
    expect(lines).toHaveLength(1);
    for (const [name, value] of new URL(address).searchParams)
      if (name !== "iss") expect(lines.join(), name).not.toContain(value);
    expect(lines.join()).not.toMatch(/eyJ|example\.org/);
  });
});
