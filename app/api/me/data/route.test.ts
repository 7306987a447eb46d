import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { z } from "zod";
import { db } from "@/db/client";
import { logins } from "@/db/schema/people";
import { aPerson } from "@/db/testing/makers";
import { cookiesFrom, formPost, loginCookieOf, noParams } from "@/db/testing/requests";
import { findPerson } from "@/domain/people/queries";
import { cookiesIn } from "@/lib/cookies";
import { POST as erase } from "./erase/route";
import { POST } from "./route";

const file = z.object({
  format: z.literal("plenum-personal-data/1"),
  profile: z.array(z.object({ email: z.string() })),
});

it("gives who has just signed in a file that nobody on the way keeps", async () => {
  const person = await aPerson();
  const cookie = await loginCookieOf(person);
  const answer = await POST(formPost("/api/me/data", { locale: "de" }, { cookie }), noParams);
  expect(answer.headers.get("content-disposition")).toContain("attachment");
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(file.parse(await answer.json()).profile).toEqual([{ email: person.email }]);
});

it("leads back to the page who has signed in long ago, and refuses other sites", async () => {
  const person = await aPerson();
  const cookie = await loginCookieOf(person);
  const old = new Date(Date.now() - 3_600_000);
  await db().update(logins).set({ createdAt: old }).where(eq(logins.userId, person.id));
  const answer = await POST(formPost("/api/me/data", { locale: "en" }, { cookie }), noParams);
  expect([answer.status, answer.headers.get("location")]).toEqual([303, "/en/me/data"]);
  const foreign = formPost("/api/me/data", {}, { cookie, from: "https://elsewhere.example.org" });
  expect((await POST(foreign, noParams)).status).toBe(403);
});

it("erases whoever typed their address, and their browser forgets the login and the seats", async () => {
  const person = await aPerson();
  const cookie = await loginCookieOf(person);
  const wrong = await erase(formPost("/api/me/data/erase", { typed: "x@example.org" }, { cookie }), noParams);
  expect(wrong.headers.get("location")).toBe("/me/data");
  expect(await findPerson(person.id)).toBeDefined();
  const answer = await erase(formPost("/api/me/data/erase", { typed: person.email }, { cookie }), noParams);
  expect(answer.headers.get("location")).toBe("/me/data/erased");
  const gone = answer.headers.getSetCookie().filter((line) => line.includes("Max-Age=0"));
  for (const name of ["login", "seats"])
    expect(gone.some((line) => line.includes(`plenum-${name}=`))).toBe(true);
  expect(cookiesIn(cookiesFrom(answer)).get("login")).toBeUndefined();
  expect(await findPerson(person.id)).toBeUndefined();
});
