import { expect, it } from "vitest";
import { MOST_FIELDS } from "@/lib/form-fields";
import { bodyOf, bodyOfForm } from "./door-body";

const ADDRESS = "http://localhost:3000/api/registrations";
const fields = (count: number) => Array.from({ length: count }, (_, index) => [`field-${index}`, "x"]);

/** The same fields in both ways in which a browser sends a form. */
const urlEncoded = (count: number) =>
  new Request(ADDRESS, { method: "POST", body: new URLSearchParams(fields(count)) });
function multipart(count: number): Request {
  const form = new FormData();
  for (const [name = "", value = ""] of fields(count)) form.append(name, value);
  return new Request(ADDRESS, { method: "POST", body: form });
}

it.each([
  ["urlencoded", urlEncoded],
  ["multipart", multipart],
])("a %s form may have as many fields as our largest could need, and no more", async (_way, request) => {
  expect(Object.keys((await bodyOf(request(MOST_FIELDS))) ?? {})).toHaveLength(MOST_FIELDS);
  expect(await bodyOf(request(MOST_FIELDS + 1))).toBeUndefined();
  expect(await bodyOf(request(10_000))).toBeUndefined();
});

it("reads single fields as texts, repeated ones as lists and no files, whatever they are called", async () => {
  const form = new FormData();
  form.append("topic", "optics");
  form.append("__proto__", "a");
  form.append("topic", "lasers");
  form.append("name", "Ada");
  form.append("__proto__", "b");
  form.append("file", new File(["x"], "x.txt"));
  const body = await bodyOf(new Request(ADDRESS, { method: "POST", body: form }));
  expect(Object.entries(body ?? {})).toEqual([
    ["topic", ["optics", "lasers"]],
    ["__proto__", ["a", "b"]],
    ["name", "Ada"],
  ]);
});

it.each(["[]", '"text"', "{{{", "null", '{"name":"\\u0000"}', "[".repeat(50_000)])(
  "takes no JSON that is no object of sound texts",
  async (body) => {
    expect(await bodyOf(new Request(ADDRESS, { method: "POST", body }))).toBeUndefined();
  },
);

it.each([["text"], [undefined], [null], [[]], [{}], [new Map()], [new URLSearchParams("a=b")]])(
  "takes nothing for the form of a server action that is none",
  (given) => {
    expect(bodyOfForm(given)).toBeUndefined();
  },
);

it("takes no form with a text that no column could hold", () => {
  const form = new FormData();
  form.append("name", "A\u0000da");
  expect(bodyOfForm(form)).toBeUndefined();
});
