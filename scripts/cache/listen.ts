import pg from "pg";

const PAUSE_MILLISECONDS = 1_000;

type Listener = { bump: (tag: string) => void; bumpEverything: () => void };

/**
 * Follows the tags of cached pages in the database for as long as the process lives. After every (re)connection
 * the versions are read again, because a NOTIFY that was sent meanwhile is lost.
 */
export function followCacheTags(url: string, listener: Listener): void {
  const known = new Map<string, string>();
  let isFirst = true;

  const readVersions = async (client: pg.Client) => {
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

  const connect = async () => {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 4_000, keepAlive: true });
    let isOver = false;
    const again = () => {
      if (isOver) return;
      isOver = true;
      client.end().catch(() => undefined);
      setTimeout(connect, PAUSE_MILLISECONDS).unref();
    };
    client.on("error", again).on("end", again);
    client.on("notification", ({ payload }) => {
      if (payload === undefined || payload === "") return;
      known.delete(payload);
      listener.bump(payload);
    });
    try {
      await client.connect();
      await client.query("listen plenum_cache");
      await readVersions(client);
    } catch {
      again();
    }
  };
  void connect();
}
