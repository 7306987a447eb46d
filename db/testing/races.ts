import pg from "pg";

const RUNS = 12;

/**
 * The most that a race without its guard gives, in up to a dozen runs: it stops at the first run above what is allowed.
 * On a busy machine one run can pass by luck; a twin that passes a dozen times in a row has lost its point.
 */
export async function worstOf(race: () => Promise<number>, allowed: number): Promise<number> {
  let worst = Number.NEGATIVE_INFINITY;
  for (let run = 0; run < RUNS && worst <= allowed; run++) worst = Math.max(worst, await race());
  return worst;
}

function rewritten(query: unknown, pattern: RegExp, kept: string): unknown {
  if (typeof query === "string") return query.replace(pattern, kept);
  if (typeof query !== "object" || query === null || !("text" in query)) return query;
  return typeof query.text === "string" ? { ...query, text: query.text.replace(pattern, kept) } : query;
}

/** Every statement that fits goes to the database with only this of it, until what this gives puts it back. */
function rewriting(pattern: RegExp, kept: string): () => void {
  const guarded = pg.Client.prototype.query;
  pg.Client.prototype.query = new Proxy(guarded, {
    apply: (send, client, [query, ...more]: unknown[]) =>
      Reflect.apply(send, client, [rewritten(query, pattern, kept), ...more]),
  });
  return () => {
    pg.Client.prototype.query = guarded;
  };
}

/**
 * For the twin of a race whose one guard is a row lock: rows of this table are read without it from now on, whoever reads
 * them. Gives what puts it back.
 */
export const withoutLockOn = (table: string): (() => void) =>
  rewriting(new RegExp(`^(select .+ from "${table}" .+) for update(?: skip locked)?$`, "s"), "$1");

/**
 * For the twin of a race whose guard is a unique constraint that an insert asks for: it asks for the id, which is always
 * new, and inserts whatever is there.
 */
export const withoutConflictOn = (table: string, column: string): (() => void) =>
  rewriting(new RegExp(`^(insert into "${table}" .+ on conflict \\()"${column}"(\\) .+)$`, "s"), '$1"id"$2');

/**
 * For the twin of a race whose guard is a key on which a second insert does nothing: whoever comes second takes the row
 * over, as if there were none.
 */
export const withoutConflict = (table: string): (() => void) =>
  rewriting(
    new RegExp(`^(insert into "${table}" .+ on conflict) do nothing(.*)$`, "s"),
    `$1 on constraint "${table}_once" do update set "at" = excluded."at"$2`,
  );
