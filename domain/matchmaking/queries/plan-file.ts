import "server-only";
import { db } from "@/db/client";
import type { Actor } from "@/domain/policy";
import { eventScope } from "@/domain/programme/queries";
import type { CsvFormat } from "@/lib/csv/formats";
import { type Cell, csvParts } from "@/lib/csv/table";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { Id } from "@/lib/ids";
import { spreadsheetTime, zoneName } from "@/lib/time/format";
import { offsetTime } from "@/lib/time/offset";
import type { BoardTalk, PlanBoard } from "../labels";
import { planBoard } from "./plan-board";

type Asked = { eventId: Id<"event">; format: CsvFormat; locale: Locale };
type PlanFile = { name: string; parts: Generator<string, void> };

const COLUMNS = [
  ...(["start", "end", "zone", "one", "oneOrganisation", "other", "otherOrganisation"] as const),
  ...(["place", "table", "state", "locked"] as const),
];

/** When a talk begins and ends, as the reader of the file understands it, and on which clock. */
function timeCells({ slots, zone }: PlanBoard, slot: number | null, { format, locale }: Asked): Cell[] {
  const times = slot === null ? undefined : slots[slot];
  if (!times) return [null, null, null];
  const [begins, ends] = [new Date(times.startsAt), new Date(times.endsAt)];
  if (format === "rfc4180") return [offsetTime(begins, zone), offsetTime(ends, zone), zone];
  const clock = (at: Date) => spreadsheetTime({ at, zone });
  return [clock(begins), clock(ends), zoneName({ at: begins, zone, locale })];
}

/** The plan of an event as a file, a row per talk in the order of the day; undefined for who may not plan. */
export async function planFile(viewer: Actor, asked: Asked): Promise<PlanFile | undefined> {
  const { eventId, format, locale } = asked;
  const [event, board] = await Promise.all([
    eventScope(db(), eventId),
    planBoard(viewer, { eventId, locale }),
  ]);
  if (!event || !board) return undefined;
  const t = translator(locale, "plan");
  const people = new Map(board.people.map((person) => [person.id, person]));
  const order = ({ slot }: BoardTalk) => slot ?? board.slots.length;
  const rows = [...board.talks].sort(
    (a, b) => order(a) - order(b) || (a.table ?? 0) - (b.table ?? 0) || (a.id < b.id ? -1 : 1),
  );
  const said = (of: readonly string[], word: "name" | "organisation") =>
    of.flatMap((id) => people.get(id)?.[word] || []).join(", ");
  const cells = (talk: BoardTalk): Cell[] => {
    const [one, others] = [talk.people.slice(0, 1), talk.people.slice(1)];
    return [
      ...timeCells(board, talk.slot, asked),
      ...[said(one, "name"), said(one, "organisation"), said(others, "name"), said(others, "organisation")],
      t(`places.${talk.place}`),
      talk.table,
      t(`states.${talk.state}`),
      talk.locked ? t("export.locked") : null,
    ];
  };
  const head = COLUMNS.map((column) => t(`export.${column}`));
  const name = `${t("desk.fileName")}-${event.slug}.csv`;
  return { name, parts: csvParts({ format, head, rows, cells }) };
}
