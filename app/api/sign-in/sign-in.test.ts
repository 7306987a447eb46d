import { eq } from "drizzle-orm";
import { NextRequest } from "next/server";
import { describe, expect, it } from "vitest";
import { actorOf } from "@/auth/session";
import { db } from "@/db/client";
import { outbox } from "@/db/schema/kernel";
import { logins, signInCodes, verificationTokens } from "@/db/schema/people";
import { aMember, aNetwork, anEvent, aPerson, aRegistration } from "@/db/testing/makers";
import { cookiesFrom, formPost, noParams } from "@/db/testing/requests";
import { signInRequestedPayload } from "@/domain/people/events";
import { demoPersonas } from "@/domain/people/labels";
import { signInMailOf } from "@/domain/people/queries";
import { listMyRegistrations } from "@/domain/registration/queries";
import { cookieName } from "@/lib/cookies";
import { origin } from "@/lib/env";
import { GET as openLink } from "../../l/[token]/route";
import { GET as callback } from "../auth/[...nextauth]/route";
import { POST as demo } from "../dev/sign-in/route";
import { POST as code } from "./code/route";
import { POST as confirm } from "./confirm/route";
import { POST as signOut } from "./out/route";
import { POST as request } from "./request/route";

const ask = (email: string, next = "/me/talks") =>
  request(formPost("/api/sign-in/request", { email, locale: "de", next }), noParams);

async function lastMail() {
  const fact = (await db().select().from(outbox).orderBy(outbox.seq)).at(-1);
  const mail = await signInMailOf(signInRequestedPayload.parse(fact?.payload).codeId);
  if (!mail) throw new Error("no mail is owed");
  return mail;
}
const withCookie = (cookie: string, path = "/") =>
  new NextRequest(`${origin()}${path}`, { headers: { cookie } });
const callbackOf = (request: NextRequest) =>
  callback(request, { params: Promise.resolve({ nextauth: ["callback", "email"] }) });

describe("asking for a sign-in mail", () => {
  it("gives a known, an unknown and a repeated address the same answer", async () => {
    const { email } = await aPerson();
    const seen = [];
    for (const address of [email, "unknown@example.org", email]) {
      const response = await ask(address);
      const cookies = response.headers.getSetCookie().map((text) => text.split("=")[0]);
      seen.push([response.status, response.headers.get("location"), cookies.sort(), await response.text()]);
    }
    expect(new Set(seen.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(seen[0]?.[1]).toBe("/login/code");
  });

  it("names the browser for as long as its code lives, which is what the privacy notice says", async () => {
    const cookies = (await ask("named@example.org")).headers.getSetCookie();
    const named = cookies.find((text) => text.startsWith(cookieName("browser")));
    expect(named?.split("; ")).toContain("Max-Age=600");
  });

  it("takes nothing from a foreign page, and mails hold our own origin only", async () => {
    const before = await db().$count(signInCodes);
    const fields = { email: "a@example.org", locale: "de" };
    for (const from of [null, "null", "https://evil.test"])
      expect((await request(formPost("/x", fields, { from }), noParams)).status).toBe(403);
    expect(await db().$count(signInCodes)).toBe(before);
    const forged = formPost("/api/sign-in/request", fields);
    for (const name of ["host", "x-forwarded-host"]) forged.headers.set(name, "evil.test");
    await request(forged, noParams);
    expect(new URL((await lastMail()).link).origin).toBe(origin());
  });
});

describe("the code", () => {
  it("signs in the asking browser with a login of its own, and finds its registrations", async () => {
    const event = await anEvent();
    await aRegistration(event, { email: "code@example.org" });
    const asked = await ask("code@example.org", "//evil.test");
    const planted = `${cookiesFrom(asked)}; ${cookieName("login")}=planted-0123456789abcdef`;
    const { code: digits } = await lastMail();
    const response = await code(formPost("/x", { code: digits }, { cookie: planted }), noParams);
    expect([response.status, response.headers.get("location")]).toEqual([303, "/me"]);
    const cookie = cookiesFrom(response);
    expect(cookie).not.toContain("planted");
    expect(cookie).toMatch(/plenum-signed-in=[0-9a-f]{16}\b/);
    const actor = await actorOf(withCookie(cookie));
    expect(actor.type).toBe("person");
    expect(await listMyRegistrations(actor)).toMatchObject([{ eventId: event.id }]);
  });

  it("leads back to its page when it is wrong, and says so to a program", async () => {
    const cookie = cookiesFrom(await ask("wrong@example.org"));
    const { code: digits } = await lastMail();
    const wrong = { code: digits === "000000" ? "111111" : "000000" };
    const form = await code(formPost("/x", wrong, { cookie }), noParams);
    expect([form.status, form.headers.get("location")]).toEqual([303, "/login/code"]);
    expect(cookiesFrom(form)).not.toContain(cookieName("login"));
    const program = await code(formPost("/x", wrong, { cookie, json: true }), noParams);
    expect([program.status, (await program.json()).failure.reason]).toEqual([409, "code_wrong"]);
  });
});

describe("the mailed link", () => {
  it("consumes nothing however often it is opened; only the button lets the callback through", async () => {
    await ask("link@example.org");
    const { link } = await lastMail();
    const token = link.split("/l/")[1] ?? "";
    const before = [await db().$count(verificationTokens), await db().$count(logins)];
    const open = (method: string) =>
      openLink(new Request(link, { method }), { params: Promise.resolve({ token }) });
    const [opened] = [await open("GET"), await open("HEAD"), await open("GET")];
    expect([opened?.status, opened?.headers.get("location")]).toEqual([303, "/signin/confirm"]);
    const pending = opened ? cookiesFrom(opened) : "";

    const pressed = await confirm(formPost("/x", {}, { cookie: pending }), noParams);
    const target = pressed.headers.get("location") ?? "";
    expect(target).toMatch(
      /^\/api\/auth\/callback\/email\?callbackUrl=%2Fme%2Ftalks&token=[0-9a-f]{64}&email=/,
    );
    for (const cookie of ["", pending, `${pending}; ${cookieName("confirm")}=forged`]) {
      const refused = await callbackOf(withCookie(cookie, target));
      expect([refused.status, refused.headers.get("location")]).toEqual([303, "/signin/confirm"]);
    }
    expect([await db().$count(verificationTokens), await db().$count(logins)]).toEqual(before);
  });

  it("leads to a new one, and not to a button, once it is used", async () => {
    await ask("twice@example.org");
    const { link } = await lastMail();
    const open = () =>
      openLink(new Request(link), { params: Promise.resolve({ token: link.split("/l/")[1] ?? "" }) });
    expect(cookiesFrom(await open())).toContain(`${cookieName("pending")}=`);
    // What next-auth does with it.
    await db().delete(verificationTokens).where(eq(verificationTokens.identifier, "twice@example.org"));
    const again = await open();
    expect([again.status, again.headers.get("location")]).toEqual([303, "/signin/confirm"]);
    expect(cookiesFrom(again)).toBe("");
  });

  it("lets nobody in with a link that is cut or with no link at all", async () => {
    const cut = await openLink(new Request(`${origin()}/l/cut`), {
      params: Promise.resolve({ token: "cut" }),
    });
    expect(cookiesFrom(cut)).toBe("");
    const pressed = await confirm(formPost("/x", {}), noParams);
    expect(pressed.headers.get("location")).toBe("/signin/confirm");
  });

  it.each([["signin", "email"], ["session"], ["providers"], ["signout"]])(
    "keeps next-auth's own %s shut",
    async (...nextauth) => {
      const response = await callback(withCookie("", `/api/auth/${nextauth.join("/")}`), {
        params: Promise.resolve({ nextauth }),
      });
      expect(response.status).toBe(404);
    },
  );
});

describe("who is there", () => {
  it.each([
    "",
    `${cookieName("login")}=%E0%A4%A; ${cookieName("seats")}=eyJhbGciOiJub25lIn0..`,
    `${cookieName("login")}=${"x".repeat(100_000)}`,
    `${cookieName("login")}=' or 1=1 --`,
  ])("is a guest behind garbage cookies", async (cookie) => {
    expect(await actorOf(withCookie(cookie))).toEqual({ type: "guest", seats: [] });
  });

  it("has the roles of the rows, and is gone after signing out", async () => {
    const network = await aNetwork();
    const persona = await aPerson(demoPersonas.organizer);
    const member = await aMember(network, "organizer");
    expect(member.id).not.toBe(persona.id);
    const fields = { persona: "organizer", next: "https://evil.test" };
    const response = await demo(formPost("/x", fields), noParams);
    expect([response.status, response.headers.get("location")]).toEqual([303, "/me"]);
    const cookie = cookiesFrom(response);
    expect(await actorOf(withCookie(cookie))).toMatchObject({
      type: "person",
      personId: persona.id,
      grants: [],
    });
    const out = await signOut(formPost("/x", {}, { cookie }), noParams);
    expect(out.headers.get("location")).toBe("/");
    expect((await actorOf(withCookie(cookie))).type).toBe("guest");
  });
});
