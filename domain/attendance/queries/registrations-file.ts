import "server-only";
import { db } from "@/db/client";
import { answerColumns, answerText, givenIn } from "@/domain/answers/rules";
import { uploadsIn } from "@/domain/forms/labels";
import { questionsOf } from "@/domain/forms/queries";
import type { Actor } from "@/domain/policy";
import { eventScope } from "@/domain/programme/queries";
import { type ExportedRegistration, listForExport } from "@/domain/registration/queries/exported";
import { listAnswersForExport } from "@/domain/registration/queries/given";
import type { CsvFormat } from "@/lib/csv/formats";
import { type Cell, csvParts } from "@/lib/csv/table";
import { origin } from "@/lib/env";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { Id } from "@/lib/ids";
import { spreadsheetTime, zoneName } from "@/lib/time/format";
import { offsetTime } from "@/lib/time/offset";
import { presenceForDesk } from "./desk";
import { arrivalTimesOf } from "./door";

type Asked = {
  eventId: Id<"event">;
  format: CsvFormat;
  locale: Locale;
  now: Date;
  /** With what was answered in confidence. */
  sensitive?: boolean;
};
type CsvFile = { name: string; parts: Generator<string, void> };

/** When it was, as the reader of the file understands it, and on which clock. */
function momentCells(at: Date, zone: string, { format, locale }: Asked): readonly [string, string] {
  if (format === "rfc4180") return [offsetTime(at, zone), zone];
  return [spreadsheetTime({ at, zone }), zoneName({ at, zone, locale })];
}

type AnswerPart = { head: string[]; cells: (row: ExportedRegistration) => Cell[] };

/** What was answered to the event's questions: a number stays one, everything else is said in words. */
async function answerPart(
  viewer: Actor,
  { eventId, locale, sensitive = false }: Asked,
): Promise<AnswerPart | undefined> {
  const all = await listAnswersForExport(viewer, { eventId, sensitive });
  if (!all) return undefined;
  const asked = await questionsOf(eventId);
  const shown = asked.filter((question) => sensitive || !question.sensitive);
  const columns = answerColumns(shown, [...all.values()].flat(), locale);
  const yes = translator(locale, "questions")("answers.yes");
  const cells = (row: ExportedRegistration) =>
    columns.map((column): Cell => {
      const given = givenIn(column, all.get(row.id) ?? [], locale);
      if (!given) return null;
      if (typeof given.value === "number") return given.value;
      const files = given.asked.kind === "file" ? uploadsIn(given.value) : [];
      return files.length > 0
        ? files.map(({ id, name }) => `${name} ${origin()}/api/uploads/${id}`).join("; ")
        : answerText(given.asked, given.value, { locale, yes });
    });
  return { head: columns.map(({ label }) => label), cells };
}

const COLUMNS = [
  "name",
  "organisation",
  "email",
  "status",
  "attendance",
  "export.waitingPlace",
  "export.since",
  "export.zone",
  "export.proven",
  "talks",
  "tags",
  "export.atDoor",
  "export.inRoom",
  "export.minutes",
] as const;

/** The list of an event as a file, for whoever may take it away; undefined for others. */
export async function registrationsFile(viewer: Actor, asked: Asked): Promise<CsvFile | undefined> {
  const { eventId, format, locale } = asked;
  const t = translator(locale, "organizer");
  const yesOrNo = (is: boolean) => t(is ? "people.yes" : "people.no");
  const [event, rows, answered] = await Promise.all([
    eventScope(db(), eventId),
    listForExport(viewer, eventId),
    answerPart(viewer, asked),
  ]);
  if (!event || !rows || !answered) return undefined;
  const [{ minutes }, arrived] = await Promise.all([
    presenceForDesk(viewer, asked),
    arrivalTimesOf(viewer, event),
  ]);
  const cameAt = (at: Date | undefined) => (at ? momentCells(at, event.timeZone, asked)[0] : null);
  const cells = (row: ExportedRegistration): readonly Cell[] => [
    row.name,
    row.organisation,
    row.email,
    t(`people.${row.status}`),
    t(`people.${row.attendance}`),
    row.waitingPlace,
    ...momentCells(row.createdAt, event.timeZone, asked),
    yesOrNo(row.provenAt !== null),
    yesOrNo(row.talksOptIn),
    row.tags.join(", "),
    cameAt(arrived.door.get(row.id)),
    cameAt(arrived.room.get(row.id)),
    minutes ? (minutes.get(row.id) ?? 0) : null,
    ...answered.cells(row),
  ];
  const head = [...COLUMNS.map((key) => t(`people.${key}`)), ...answered.head];
  const name = `${t("people.export.fileName")}-${event.slug}.csv`;
  return { name, parts: csvParts({ format, head, rows, cells }) };
}
