import { readFileSync } from "node:fs";
import { z } from "zod";

export type Language = "de" | "en";
type Words = { [key: string]: string | Words };
const words: z.ZodType<Words> = z.lazy(() => z.record(z.string(), z.union([z.string(), words])));

/** A text of the product by its key, such as `room.people.rename`, with its names filled in. */
export function wordsIn(language: Language) {
  return (key: string, values: Record<string, string> = {}): string => {
    const [file = "", ...path] = key.split(".");
    const all = words.parse(JSON.parse(readFileSync(`messages/${language}/${file}.json`, "utf8")));
    let found: string | Words | undefined = all;
    for (const part of path) found = typeof found === "object" ? found[part] : undefined;
    if (typeof found !== "string") throw new Error(`${language} has no text ${key}`);
    return found.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
  };
}
