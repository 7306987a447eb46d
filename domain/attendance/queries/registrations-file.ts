import "server-only";
import { db } from "@/db/client";
import type { Actor } from "@/domain/policy";
import { eventScope } from "@/domain/programme/queries";
import { type ExportedRegistration, listForExport } from "@/domain/registration/queries/exported";
import type { CsvFormat } from "@/lib/csv/formats";
import { type Cell, csvParts } from "@/lib/csv/table";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { Id } from "@/lib/ids";
import { spreadsheetTime, zoneName } from "@/lib/time/format";
import { offsetTime } from "@/lib/time/offset";
import { presenceForDesk } from "./desk";

type Asked = { eventId: Id<"event">; format: CsvFormat; locale: Locale; now: Date };
type CsvFile = { name: string; parts: Generator<string, void> };

/** When it was, as the reader of the file understands it, and on which clock. */
function momentCells(at: Date, zone: string, { format, locale }: Asked): readonly [string, string] {
  if (format === "rfc4180") return [offsetTime(at, zone), zone];
  return [spreadsheetTime({ at, zone }), zoneName({ at, zone, locale })];
}

/** The list of an event as a file, for whoever may take it away; undefined for others. */
export async function registrationsFile(viewer: Actor, asked: Asked): Promise<CsvFile | undefined> {
  const { eventId, format, locale } = asked;
  const [event, rows] = await Promise.all([eventScope(db(), eventId), listForExport(viewer, eventId)]);
  if (!event || !rows) return undefined;
  const { minutes } = await presenceForDesk(viewer, asked);
  const t = translator(locale, "organizer");
  const yesOrNo = (is: boolean) => (is ? t("people.yes") : t("people.no"));
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
    minutes ? (minutes.get(row.id) ?? 0) : null,
  ];
  const head = [
    t("people.name"),
    t("people.organisation"),
    t("people.email"),
    t("people.status"),
    t("people.attendance"),
    t("people.export.waitingPlace"),
    t("people.export.since"),
    t("people.export.zone"),
    t("people.export.proven"),
    t("people.talks"),
    t("people.tags"),
    t("people.export.minutes"),
  ];
  const name = `${t("people.export.fileName")}-${event.slug}.csv`;
  return { name, parts: csvParts({ format, head, rows, cells }) };
}
