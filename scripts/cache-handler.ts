import { CachedPages } from "./cache/entries";
import { followCacheTags } from "./cache/listen";
import { bytesOf } from "./cache/size";

/** What Next stores; it is opaque to us except for its size. */
type Stored = object | null;
type Shelf = { pages: CachedPages<{ data: Stored; cacheControl: unknown }> };

// Next makes a handler per request and may load this file more than once; the shelf belongs to the process.
const shared = globalThis as typeof globalThis & { plenumPages?: Shelf };

function shelf(): Shelf {
  if (shared.plenumPages !== undefined) return shared.plenumPages;
  const made: Shelf = { pages: new CachedPages() };
  shared.plenumPages = made;
  const url = process.env.DATABASE_URL;
  // A build has no database, and nothing it caches outlives it.
  if (url && process.env.NEXT_PHASE !== "phase-production-build") followCacheTags(url, made.pages);
  return made;
}

/** Next's response cache in the memory of each process, kept true by the tags in the database. */
export class PageCache {
  async get(key: string) {
    const found = shelf().pages.get(key);
    if (found === undefined) return null;
    return { lastModified: found.storedAt, value: found.value.data, cacheControl: found.value.cacheControl };
  }

  async set(key: string, data: Stored, context: { cacheControl?: unknown }) {
    shelf().pages.set(key, { data, cacheControl: context.cacheControl }, bytesOf(data));
  }

  /** `revalidatePath` and `revalidateTag` are not used: a bump in the database reaches every process. */
  async revalidateTag(tags: string | string[]) {
    for (const tag of [tags].flat()) shelf().pages.bump(tag);
  }

  resetRequestCache() {
    // Nothing is kept per request.
  }
}
