/** Everything a page shows hangs on this tag too, so that one bump renders all pages anew. */
export const everything = "all";

/** Path inside an opaque key of Next's response cache, such as `/route-cache/APP_PAGE/<hash>/$/de/e/foo`. */
const pathOfKey = (key: string) => key.slice(key.indexOf("/$/") + 2);

/**
 * The tags a cached page depends on, from its path: `e/<slug>`, `s/<slug>`, `n/<slug>` for event, series and network,
 * `calendar` for the lists, whatever the language; `e/<slug>/registered` for the confirmation, which shows nothing that a
 * registration changes. Bumping one of them renders the page anew. The files of
 * `lib/feeds/addresses` are laid out for this: `feeds` stands where pages have their language, so that
 * `/feeds/n/<slug>/de.ics` hangs on the same tag as `/de/n/<slug>`.
 */
export function pageTags(key: string): string[] {
  const [, , kind, slug, page] = pathOfKey(key).split("/");
  if (kind === undefined || kind === "events" || kind === "index") return ["calendar", everything];
  if (kind === "e" && page === "registered") return [`e/${slug}/registered`, everything];
  if ((kind === "e" || kind === "s" || kind === "n") && slug !== undefined)
    return [`${kind}/${slug}`, everything];
  return [everything];
}
