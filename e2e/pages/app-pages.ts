import { readdirSync } from "node:fs";

type AppPage = { folder: string; pattern: RegExp; names: number };

/** Every page of the app, by its folder below the language, with the addresses it answers. */
const appPages = (): AppPage[] =>
  readdirSync("app/[locale]", { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => /(^|\/)page\.tsx$/.test(file))
    .map((file) => {
      const folder = file.replace(/\/?page\.tsx$/, "");
      const parts = folder.split("/").filter((part) => part !== "" && !part.startsWith("("));
      const pattern = parts.map(
        (part) => `/${part.replace(/^\[\.\.\..+\]$/, ".+").replace(/^\[.+\]$/, "[^/]+")}`,
      );
      const names = parts.filter((part) => part.startsWith("[")).length + (folder.includes("[...") ? 99 : 0);
      return { folder, pattern: new RegExp(`^${pattern.join("") || "/"}$`), names };
    });

/** Which pages these addresses without language leave out: of several that would answer, the one with the fewest names does. */
export function pagesLeftOut(addresses: readonly string[]): string[] {
  const pages = appPages().sort((a, b) => a.names - b.names);
  const answering = addresses.map((address) => {
    const path = address.split("?", 1)[0] ?? "";
    return pages.find(({ pattern }) => pattern.test(path))?.folder;
  });
  return pages.map(({ folder }) => folder).filter((folder) => !answering.includes(folder));
}
