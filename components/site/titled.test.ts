import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { translator } from "@/lib/i18n/translator";
import { titled } from "./titled";

/** The home page bears the product's name alone; the others lead on or show that there is nothing. */
const UNTITLED = new Set(["page.tsx", "s/page.tsx", "[...rest]/page.tsx"]);

const pages = readdirSync("app/[locale]", { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith("page.tsx"))
  .map((path) => ({ path, name: path.replaceAll(/\([a-z]+\)\//g, "") }))
  .filter(({ name }) => !UNTITLED.has(name));

/** What a page says of itself stands before the page: further down, a word like that is the title of something on it. */
const saidOf = (path: string) => readFileSync(join("app/[locale]", path), "utf8").split("export default")[0];

it.each(pages)("$name has a name of its own in tabs and history", ({ path }) => {
  expect(saidOf(path)).toMatch(/generateMetadata = titled\(|function generateMetadata\b.*\btitle\b/s);
});

it("says it in the visitor's language, and to no search engine", async () => {
  const generateMetadata = titled((locale) => translator(locale, "office")("tabs.members"), {
    referrer: "same-origin",
  });
  expect(await generateMetadata({ params: Promise.resolve({ locale: "en" }) })).toEqual({
    ...{ title: "Members", robots: { index: false }, referrer: "same-origin" },
  });
});
