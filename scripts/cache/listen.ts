import type pg from "pg";
import { type Listening, listen } from "@/lib/postgres/listen";

type Listener = { bump: (tag: string) => void; bumpEverything: () => void };

/**
 * Follows the tags of cached pages in the database for as long as the process lives. After every (re)connection
 * the versions are read again, because a NOTIFY that was sent meanwhile is lost.
 */
export function followCacheTags(url: string, listener: Listener): Listening {
  const known = new Map<string, string>();
  let isFirst = true;

  const readVersions = async (client: pg.ClientBase) => {
    const { rows } = await client.query<{ tag: string; version: string }>(
      "select tag, version from cache_tags",
    );
    for (const { tag, version } of rows) {
      if (known.get(tag) === version) continue;
      known.set(tag, version);
      if (!isFirst) listener.bump(tag);
    }
    // What was rendered before the first connection may have missed any bump.
    if (isFirst) listener.bumpEverything();
    isFirst = false;
  };

  return listen({
    url,
    channels: ["plenum_cache"],
    onReady: readVersions,
    onNotification: (_channel, tag) => {
      if (tag === "") return;
      known.delete(tag);
      listener.bump(tag);
    },
  });
}
