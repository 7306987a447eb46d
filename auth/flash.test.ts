import { describe, expect, it } from "vitest";
import { guest } from "@/db/testing/actors";
import { TEXT_LENGTH } from "@/domain/board/schema";
import { fieldOf } from "@/domain/forms/rules";
import { OWN_NOTE_LENGTH } from "@/domain/matchmaking/rules/afterwards";
import { cookiesIn } from "@/lib/cookies";
import { origin } from "@/lib/env";
import { newId } from "@/lib/ids";
import { flashCookie, flashFor, noFlash } from "./flash";

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

describe("a large form that was refused", () => {
  const names = Array.from({ length: 40 }, () => fieldOf(newId("question")));
  const all = (value: (name: string, index: number) => unknown) =>
    Object.fromEntries(names.map((name, index) => [name, value(name, index)]));
  const refused = async (body: Record<string, unknown>, fields: Record<string, string[]> = {}) => {
    const failure = { kind: "invalid", reason: "input", fields } as const;
    const [cookie = ""] = (await flashCookie({ actor: guest, failure, body, page: "/e/x/register" })).split(
      ";",
    );
    return { cookie, shown: await flashFor(guest, cookiesIn(cookie).get("flash")) };
  };
  /** More than a browser keeps of a cookie, with its name; one byte more and nothing of it is stored. */
  const MOST = 4_096;

  it("comes back with all that was wrong, however much that is", async () => {
    const problems = Object.fromEntries(names.map((name) => [name, ["required"]]));
    const { cookie, shown } = await refused({ name: "Anna", ...all(() => "") }, problems);
    expect(cookie.length).toBeLessThan(MOST);
    expect(shown).toMatchObject({ failure: { fields: problems }, entered: { name: "Anna" } });
  });

  it("comes back with what was typed, texts of some length too", async () => {
    const words = "Wir suchen Partner für Sensorik an Rotorblättern, möglichst aus der Region. ";
    const answer = (index: number) => `${index}: ${words.repeat(2)}`;
    const { cookie, shown } = await refused(all((_name, index) => (index < 30 ? answer(index) : ["a", "b"])));
    expect(cookie.length).toBeLessThan(MOST);
    expect(Object.keys(shown?.entered ?? {})).toHaveLength(30);
    expect(Object.keys(shown?.lists ?? {})).toHaveLength(10);
  });

  it("loses the longest texts alone where there is no room for all", async () => {
    const noise = () => Array.from({ length: 990 }, () => crypto.randomUUID().slice(0, 1)).join("");
    const { cookie, shown } = await refused({
      name: "Anna",
      ...all((_name, index) => (index < 20 ? "kurz" : noise())),
    });
    expect(cookie.length).toBeLessThan(MOST);
    expect(shown?.entered).toMatchObject({
      name: "Anna",
      ...Object.fromEntries(names.slice(0, 20).map((name) => [name, "kurz"])),
    });
  });

  it.each([
    ["letters", () => String.fromCharCode(97 + Math.floor(Math.random() * 26))],
    ["letters of another script", () => String.fromCharCode(0x430 + Math.floor(Math.random() * 32))],
  ])("brings back whole the longest text that a field takes: %s", async (_what, any) => {
    const text = Array.from({ length: Math.max(TEXT_LENGTH, OWN_NOTE_LENGTH) }, any).join("");
    const { cookie, shown } = await refused({ title: "Gesucht", text, tags: ["a", "b"] });
    expect(cookie.length).toBeLessThan(MOST);
    expect(shown).toMatchObject({ entered: { title: "Gesucht", text }, missing: [] });
  });

  it("cuts no text, and names the fields for which there was no room", async () => {
    const text = Array.from({ length: 5_000 }, () => crypto.randomUUID().slice(0, 1)).join("");
    const { cookie, shown } = await refused({ title: "Gesucht", text });
    expect(cookie.length).toBeLessThan(MOST);
    expect(shown).toMatchObject({ entered: { title: "Gesucht" }, missing: ["text"] });
    expect(shown?.entered).not.toHaveProperty("text");
  });

  it("names a text that is longer than any field takes, and brings back what is shorter beside it", async () => {
    const long = "x".repeat(10_001);
    const text = "я".repeat(9_000);
    const { shown } = await refused({ long, text, tags: ["a".repeat(11_000), "b"] });
    expect(shown).toMatchObject({ entered: { text }, missing: ["long"] });
    expect(shown?.entered).not.toHaveProperty("long");
  });

  it("still says what was wrong, however long a stranger's names are", async () => {
    const body = Object.fromEntries(
      Array.from({ length: 400 }, () => [`${crypto.randomUUID()}${crypto.randomUUID()}`.slice(0, 60), "x"]),
    );
    const { cookie, shown } = await refused(body, { title: ["required"] });
    expect(cookie.length).toBeLessThan(MOST);
    expect(shown).toMatchObject({ failure: { fields: { title: ["required"] } } });
  });
});
