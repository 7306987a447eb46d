import "server-only";
import { db } from "@/db/client";
import { findNetwork } from "@/domain/alliance/queries";
import type { Actor } from "@/domain/policy";
import { eventScope } from "@/domain/programme/queries";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { Id } from "@/lib/ids";
import { inDoorOrder } from "@/lib/name-order";
import type { AnyPaper } from "@/lib/pdf/papers";
import { formatClock, formatDayMonth, formatMoment, formatSpan } from "@/lib/time/format";
import type { BoardTalk, PlanBoard } from "../labels";
import { planBoard } from "./plan-board";

type Asked = { eventId: Id<"event">; locale: Locale; by: "person" | "table" | "slot"; now: Date };
type PaperFile = { name: string; paper: AnyPaper };
type Placed = BoardTalk & { slot: number };
/** What a line is about, when, with whom, and where; the draft is told from what people know. */
type Line = [string, string, string, string];

/** Where a network has chosen no colour, and in a document there are no tokens. */
const OUR_COLOUR = "#005d86";

const isPlaced = (talk: BoardTalk): talk is Placed => talk.slot !== null && talk.state !== "cancelled";

/** The words of one plan in one language. */
function wordsOf(board: PlanBoard, locale: Locale) {
  const t = translator(locale, "plan");
  const names = new Map(board.people.map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => names.get(id) ?? "";
  const timeOf = ({ slot }: Placed) => {
    const place = { locale, zone: board.zone, at: new Date(board.slots[slot]?.startsAt ?? 0) };
    return `${formatDayMonth(place)}, ${formatClock(place)}`;
  };
  const placeOf = ({ table, place }: BoardTalk) =>
    table === null ? t(`places.${place}`) : t("desk.table", { number: table });
  return { t, nameOf, timeOf, placeOf };
}

/** The lines of the paper in their order: everybody's talks, those of each table, or those of each time. */
function linesOf(board: PlanBoard, { locale, by }: Asked): { line: Line; talk: Placed }[] {
  const { nameOf, timeOf, placeOf } = wordsOf(board, locale);
  const inTime = board.talks
    .filter(isPlaced)
    .sort((a, b) => a.slot - b.slot || (a.table ?? 0) - (b.table ?? 0));
  const names = (talk: Placed) => talk.people.map(nameOf).join(", ");
  if (by === "slot") {
    return inTime.map((talk) => ({ talk, line: [timeOf(talk), names(talk), "", placeOf(talk)] }));
  }
  if (by === "table") {
    const seated = inTime.filter(({ table }) => table !== null);
    return seated
      .sort((a, b) => (a.table ?? 0) - (b.table ?? 0) || a.slot - b.slot)
      .map((talk) => ({ talk, line: [placeOf(talk), names(talk), timeOf(talk), ""] }));
  }
  return inDoorOrder(board.people).flatMap((person) =>
    inTime
      .filter(({ people }) => people.includes(person.id))
      .map((talk) => {
        const others = talk.people.filter((id) => id !== person.id).map(nameOf);
        return { talk, line: [person.name, others.join(", "), timeOf(talk), placeOf(talk)] };
      }),
  );
}

const COLUMNS = {
  person: ["person", "with", "time", "place"],
  table: ["place", "with", "time"],
  slot: ["time", "with", "place"],
} as const;
/** Which parts of a line stand in these columns. */
const PARTS = { person: [0, 1, 2, 3], table: [0, 1, 2], slot: [0, 1, 3] } as const;
const SHARES = { person: 8, with: 10, time: 5, place: 5 } as const;

/** The plan on paper: a sheet to find one's talks on, to lay on the tables, or to call them out. */
export async function planPaper(viewer: Actor, asked: Asked): Promise<PaperFile | undefined> {
  const { eventId, locale, by, now } = asked;
  const [event, board] = await Promise.all([
    eventScope(db(), eventId),
    planBoard(viewer, { eventId, locale }, now),
  ]);
  if (!event || !board) return undefined;
  const network = await findNetwork(event.networkId, db());
  const { t } = wordsOf(board, locale);
  const lines = linesOf(board, asked);
  const at = formatMoment({ locale, zone: board.zone, at: now });
  return {
    name: `${t("desk.fileName")}-${by}-${event.slug}.pdf`,
    paper: {
      kind: "table",
      language: locale,
      title: event.title,
      colour: network?.colour ?? OUR_COLOUR,
      lines: [t(`desk.paper.${by}`), formatSpan({ ...event, locale, zone: board.zone })],
      foot: t("desk.paper.asOf", { count: lines.length, at }),
      pageOf: t("desk.paper.pageOf"),
      columns: COLUMNS[by].map((column, index) => ({
        label: t(`desk.paper.column.${column}`),
        share: SHARES[column],
        isStrong: index === 0,
      })),
      rows: lines.map(({ line, talk }) =>
        PARTS[by].map((part, index) => ({
          text: line[part],
          ...(index === 1 && talk.state === "draft" ? { note: t("states.draft") } : {}),
        })),
      ),
    },
  };
}
