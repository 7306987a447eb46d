import { expect, it } from "vitest";
import { flashFor } from "@/auth/flash";
import { guest, personActor } from "@/db/testing/actors";
import { aPerson } from "@/db/testing/makers";
import { cookiesFrom, formPost, loginCookieOf, noParams } from "@/db/testing/requests";
import { cookieName, cookiesIn } from "@/lib/cookies";
import { POST as signOut } from "../../sign-in/out/route";
import { POST } from "./route";

async function signedIn() {
  const person = await aPerson();
  return { person, cookie: await loginCookieOf(person) };
}

const refused = { form: "profile", pageLocale: "de", name: "", organisation: "Geheimes Vorhaben" };

it("keeps a refused form for the person who typed it, and for nobody else on the same machine", async () => {
  const { person, cookie } = await signedIn();
  const answer = await POST(formPost("/api/me/profile", refused, { cookie }), noParams);
  expect(answer.headers.get("location")).toBe("/me/profile");
  const text = cookiesIn(cookiesFrom(answer)).get("flash");
  expect(await flashFor(personActor(person), text)).toMatchObject({ entered: refused });
  for (const other of [guest, personActor(await aPerson())])
    expect(await flashFor(other, text)).toBeUndefined();
});

it("keeps a guest's refused form from whoever signs in there next", async () => {
  const answer = await POST(formPost("/api/me/profile", refused), noParams);
  const text = cookiesIn(cookiesFrom(answer)).get("flash");
  expect(await flashFor(guest, text)).toMatchObject({ entered: refused });
  expect(await flashFor(personActor(await aPerson()), text)).toBeUndefined();
});

it("gives a form that outlived its session back to whoever had it open, once they have signed in again", async () => {
  const person = await aPerson();
  const typed = { ...refused, name: "Ada Beispiel", formOf: person.id };
  const answer = await POST(formPost("/api/me/profile", typed), noParams);
  expect([answer.status, answer.headers.get("location")]).toEqual([303, "/me/profile"]);
  const text = cookiesIn(cookiesFrom(answer)).get("flash");
  expect(await flashFor(personActor(person), text)).toMatchObject({
    entered: typed,
    failure: { kind: "unauthenticated", reason: "signed_out" },
  });
  for (const other of [guest, personActor(await aPerson())])
    expect(await flashFor(other, text)).toBeUndefined();
});

it("takes the refused form away when its person signs out", async () => {
  const { cookie } = await signedIn();
  const kept = await POST(formPost("/api/me/profile", refused, { cookie }), noParams);
  const flash = cookieName("flash");
  const pathOf = (line: string | undefined) => /; Path=([^;]+)/.exec(line ?? "")?.[1];
  const path = pathOf(kept.headers.getSetCookie().find((line) => line.startsWith(`${flash}=`)));
  const out = await signOut(formPost("/api/sign-in/out", { locale: "de" }, { cookie }), noParams);
  const gone = out.headers
    .getSetCookie()
    .filter((line) => line.startsWith(`${flash}=;`) && line.includes("Max-Age=0"));
  expect(path).toBe("/me/profile");
  expect(gone.map(pathOf)).toContain(path);
  expect(gone.map(pathOf)).toContain("/en/me/profile");
});
