import "server-only";
import { and, desc, eq, getTableColumns, inArray, isNull, sql } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { listings } from "@/db/schema/matchmaking";
import { planChanges, planRunPairs, planRuns } from "@/db/schema/matchmaking-plans";
import { taxonomyIn } from "@/domain/board/queries/taxonomy";
import { type Actor, can } from "@/domain/policy";
import { eventScope } from "@/domain/programme/queries";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { Id } from "@/lib/ids";
import { now as clockNow } from "@/lib/time/clock";
import { matrixOf } from "../internal/matrix";
import { keyOf, pairOf, pairsAmong } from "../internal/pairs";
import { topicsIn, wordedReasons } from "../internal/partners";
import { unplacedNow, unplacedOf } from "../internal/unplaced";
import type { PlanMatrix, PlanRunView, PlanUndo, UnplacedWish } from "../labels";
import { hasDied } from "../rules";
import { type PlanFigures, planFigures, planOptions } from "../schema/plans";
import { type PlanBasis, planBasis } from "./plan-basis";
import { rarityIn } from "./rarity";
import { allianceOf } from "./sides";

type PersonId = Id<"person">;
type RunRow = typeof planRuns.$inferSelect;

const gapOf = ({ score, bound }: PlanFigures): number | null =>
  bound === null || bound === 0 ? null : Math.max(0, bound - score) / bound;

/** A run as the page shows it. That it died is seen by time, before anybody writes it down. */
function runView(row: RunRow, now: Date): PlanRunView {
  const figures = row.figures === null ? undefined : planFigures.parse(row.figures);
  const isDead = row.state === "running" && hasDied(row, now);
  const until = row.endedAt ?? now;
  return {
    ...{ id: row.id, phase: row.phase, placed: row.placed, wishes: row.wishes },
    restAfter: planOptions.parse(row.options).restAfter,
    ...{ suggested: figures?.suggested ?? 0, gaps: figures?.gaps ?? null },
    ...{ withoutRest: figures?.withoutRest ?? null, changed: figures?.changed ?? null },
    score: figures?.score ?? 0,
    bound: figures?.bound ?? null,
    gap: figures ? gapOf(figures) : null,
    seconds: Math.round(Math.max(0, until.getTime() - row.createdAt.getTime()) / 1000),
    state: isDead ? "failed" : row.state,
  };
}

/** The youngest run of the event. */
async function lastRun(reader: Reader, eventId: Id<"event">): Promise<RunRow | undefined> {
  const [row] = await reader
    .select()
    .from(planRuns)
    .where(eq(planRuns.eventId, eventId))
    .orderBy(desc(planRuns.createdAt), desc(planRuns.id))
    .limit(1);
  return row;
}

/** What the last search said of wishes without a place: before there is any plan, nothing else is known of them. */
async function unplacedOfSearch(
  reader: Reader,
  basis: PlanBasis,
  run: RunRow | undefined,
): Promise<UnplacedWish[]> {
  if (!run || run.state === "running") return [];
  const rows = await reader
    .select()
    .from(planRunPairs)
    .where(and(eq(planRunPairs.runId, run.id), isNull(planRunPairs.startsAt)));
  const placed = new Set(basis.talks.flatMap(({ people }) => pairsAmong(people).map(keyOf)));
  const still = rows.filter((pair) => !placed.has(keyOf(pairOf(pair.onePersonId, pair.otherPersonId))));
  return unplacedOf(basis.people, still);
}

/** Why these two: what one seeks and the other offers, as suggestions say it, in the reader's language. */
async function reasonsFor(reader: Reader, basis: PlanBasis, locale: Locale) {
  const ids = basis.people.map(({ id }) => id);
  if (ids.length === 0) return () => [];
  const allianceId = await allianceOf(reader, basis.event.id);
  // Of this alliance alone: what somebody seeks elsewhere is none of this office's business.
  const rows = await reader
    .select()
    .from(listings)
    .where(and(eq(listings.allianceId, allianceId), inArray(listings.personId, ids)));
  const taxonomy = await taxonomyIn(allianceId, reader);
  const t = translator(locale, "plan");
  const said = new Map(
    [...Map.groupBy(rows, ({ personId }) => personId)].map(([id, chosen]) => [
      id,
      { seeks: topicsIn(chosen, "need", taxonomy), offers: topicsIn(chosen, "offer", taxonomy) },
    ]),
  );
  const topics = [...said.values()].flatMap(({ seeks, offers }) => [...seeks, ...offers]);
  const rarity = await rarityIn(reader, { allianceId, taxonomy }, topics);
  const names = new Map(basis.people.map(({ id, name }) => [id, name]));
  const nothing = { seeks: [], offers: [] };
  return ([one, other]: readonly PersonId[]): { text: string }[] => {
    if (!one || !other) return [];
    const wording = { rarity, taxonomy };
    return wordedReasons(said.get(one) ?? nothing, said.get(other) ?? nothing, wording).map(
      ({ direction, words }) => {
        const [seeker, offerer] = direction === "they_offer" ? [one, other] : [other, one];
        const named = { seeker: names.get(seeker) ?? "", offerer: names.get(offerer) ?? "" };
        return { text: t("reason", { ...named, topic: words[locale] }) };
      },
    );
  };
}

type Change = typeof planChanges.$inferSelect & { steps: number };
const startOf = (slots: PlanBasis["slots"], at: Date | null): number | null => {
  const found = slots.findIndex(({ startsAt }) => startsAt.getTime() === at?.getTime());
  return found < 0 ? null : found;
};
/** How the talk was before the last change of the draft. */
const undoOf = ({ slots }: PlanBasis, change: Change): PlanUndo => ({
  ...{ steps: change.steps, talkId: change.talkId, table: change.tableNumber, locked: change.isLocked },
  slot: startOf(slots, change.startsAt),
});

/** The matrix from an event as it stands. For commands, which ask for it behind their locks, and for those who have authorised. */
export async function matrixFrom(reader: Reader, basis: PlanBasis, locale?: Locale): Promise<PlanMatrix> {
  const { event, now } = basis;
  const run = await lastRun(reader, event.id);
  const [change] = await reader
    .select({ ...getTableColumns(planChanges), steps: sql<number>`count(*) over ()::int` })
    .from(planChanges)
    .where(eq(planChanges.eventId, event.id))
    .orderBy(desc(planChanges.seq))
    .limit(1);
  const standing = matrixOf(basis, {
    run: run ? runView(run, now) : null,
    undo: change ? undoOf(basis, change) : null,
    reasons: locale ? await reasonsFor(reader, basis, locale) : () => [],
  });
  const hasPlan = standing.draft !== null || standing.version !== null;
  const unplaced = hasPlan ? unplacedNow(basis, standing) : await unplacedOfSearch(reader, basis, run);
  return { ...standing, unplaced };
}

/** What an organizer sees of an event's plan; undefined for everybody else, and where there are no hours for talks. */
export async function planMatrix(
  viewer: Actor,
  { eventId, locale }: { eventId: Id<"event">; locale: Locale },
  now = clockNow(),
): Promise<PlanMatrix | undefined> {
  const scope = await eventScope(db(), eventId);
  if (!scope || !can(viewer, "meeting.book", { networkId: scope.networkId, eventId })) return undefined;
  const basis = await planBasis(db(), eventId, now);
  return basis && matrixFrom(db(), basis, locale);
}
