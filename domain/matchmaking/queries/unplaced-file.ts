import "server-only";
import { db } from "@/db/client";
import { type Actor, can } from "@/domain/policy";
import { eventScope } from "@/domain/programme/queries";
import { type Cell, csvParts } from "@/lib/csv/table";
import { translator } from "@/lib/i18n/translator";
import { unplacedWords } from "../internal/unplaced-words";
import type { UnplacedWish } from "../labels";
import type { PlanExport } from "../schema/plans";
import { planMatrix } from "./plan-matrix";
import { unplacedOfRun } from "./run-result";

type Asked = Pick<PlanExport, "eventId" | "format" | "locale" | "runId">;
const HEAD = ["wish", "one", "oneOrganisation", "other", "otherOrganisation", "reason", "next"] as const;

/**
 * The wishes without a time, each with why and what could be done: those of a run, or without one those that the draft
 * leaves open. For whoever may plan the talks; undefined for others.
 */
export async function unplacedFile(viewer: Actor, asked: Asked, now: Date) {
  const { eventId, format, locale, runId } = asked;
  const [event, matrix] = [await eventScope(db(), eventId), await planMatrix(viewer, asked, now)];
  if (format === "pdf" || !event || !matrix) return undefined;
  if (!can(viewer, "plan.make", { networkId: event.networkId, eventId })) return undefined;
  const t = translator(locale, "plan");
  const people = new Map(matrix.people.map((person) => [person.id, person]));
  const sideOf = (id: string) => [people.get(id)?.name ?? "", people.get(id)?.organisation ?? ""];
  const cells = (wish: UnplacedWish): Cell[] => {
    const { why, next } = unplacedWords(locale, wish);
    return [t(`desk.wish.${wish.kind}`), ...sideOf(wish.a), ...sideOf(wish.b), why, next];
  };
  const rows = runId ? await unplacedOfRun({ eventId, runId }, matrix) : matrix.unplaced;
  return {
    name: `${t("export.unplacedName")}-${event.slug}.csv`,
    parts: csvParts({ format, head: HEAD.map((key) => t(`export.${key}`)), rows, cells }),
  };
}
