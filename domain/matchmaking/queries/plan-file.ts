import "server-only";
import { db } from "@/db/client";
import { type Actor, can } from "@/domain/policy";
import { eventScope } from "@/domain/programme/queries";
import { type Cell, csvParts } from "@/lib/csv/table";
import { translator } from "@/lib/i18n/translator";
import { spanCells } from "../internal/span-cells";
import { unplacedWords } from "../internal/unplaced-words";
import type { MatrixTalk, PlanMatrix } from "../labels";
import type { PlanExport } from "../schema/plans";
import { planMatrix } from "./plan-matrix";

type Asked = Pick<PlanExport, "eventId" | "format" | "locale">;
const HEAD = ["start", "end", "zone", "one", "oneOrganisation", "other", "otherOrganisation"] as const;
const REST = ["place", "table", "state", "locked", "reason"] as const;

function timeCells({ slots, zone }: PlanMatrix, { slot }: MatrixTalk, asked: Asked): Cell[] {
  const at = slot === null ? undefined : slots[slot];
  const span = at && { startsAt: new Date(at.startsAt), endsAt: new Date(at.endsAt) };
  return spanCells(span, { ...asked, zone });
}

/** The talks of an event, as the draft has them or as people know them, for whoever may plan them; undefined for others. */
export async function planFile(viewer: Actor, asked: Asked, now: Date) {
  const { eventId, format, locale } = asked;
  const [event, matrix] = [await eventScope(db(), eventId), await planMatrix(viewer, asked, now)];
  if (
    format === "pdf" ||
    !event ||
    !matrix ||
    !can(viewer, "plan.make", { networkId: event.networkId, eventId })
  )
    return undefined;
  const t = translator(locale, "plan");
  const people = new Map(matrix.people.map((person) => [person.id, person]));
  const whyNot = ({ people: ids }: MatrixTalk): string => {
    const found = matrix.unplaced.find(({ a, b }) => ids.includes(a) && ids.includes(b));
    return found ? unplacedWords(locale, found).why : "";
  };
  const cells = (talk: MatrixTalk): Cell[] => {
    const named = talk.people.map((id) => people.get(id));
    // A talk of a small group names everybody after the first in one cell.
    const [one, ...others] = named;
    const join = (values: (string | undefined)[]) => values.filter(Boolean).join("; ");
    return [
      ...timeCells(matrix, talk, asked),
      ...[one?.name ?? "", one?.organisation ?? ""],
      ...[join(others.map((other) => other?.name)), join(others.map((other) => other?.organisation))],
      ...[t(`places.${talk.place}`), talk.table, t(`states.${talk.state}`)],
      talk.locked ? t("export.locked") : "",
      talk.slot === null ? whyNot(talk) : "",
    ];
  };
  const head = [...HEAD, ...REST].map((key) => t(`export.${key}`));
  const rows = matrix.talks.toSorted((a, b) => (a.slot ?? Infinity) - (b.slot ?? Infinity));
  return {
    name: `${t("export.fileName")}-${event.slug}.csv`,
    parts: csvParts({ format, head, rows, cells }),
  };
}
