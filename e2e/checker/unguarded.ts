import pg from "pg";

if (process.env.PLENUM_ORIGIN) throw new Error("without its guard no public installation starts");

/**
 * The negative control of the checker (I9): loaded into the app and the worker before their own code, it takes the one
 * lock of an event's seats out of the statements on their way to the database. The product knows nothing of it, so no
 * start of it can be told to do without the lock. The pause widens the window between reading and writing.
 */
const HELD_SEATS = /^(select .+ from "seat_plans") (where .+) for update$/;

const withoutLock = (text: string) => text.replace(HELD_SEATS, "$1, pg_sleep(0.02) $2");

function unguarded(query: unknown): unknown {
  if (typeof query === "string") return withoutLock(query);
  if (typeof query !== "object" || query === null || !("text" in query)) return query;
  return typeof query.text === "string" ? { ...query, text: withoutLock(query.text) } : query;
}

pg.Client.prototype.query = new Proxy(pg.Client.prototype.query, {
  apply: (send, client, [query, ...more]: unknown[]) =>
    Reflect.apply(send, client, [unguarded(query), ...more]),
});
