import "server-only";
import { db } from "@/db/client";
import type { Actor } from "@/domain/policy";
import { eventScope } from "@/domain/programme/queries";
import { type Cell, csvParts } from "@/lib/csv/table";
import { translator } from "@/lib/i18n/translator";
import { spanCells } from "../internal/span-cells";
import type { PlanExport } from "../schema/plans";
import { planVersion, type VersionTalk } from "./plan-versions";

type Asked = Pick<PlanExport, "eventId" | "format" | "locale" | "version">;
const HEAD = ["start", "end", "zone", "one", "oneOrganisation", "other", "otherOrganisation"] as const;

/** A plan as it stood when this version was published, for whoever may plan the event's talks; undefined for others. */
export async function versionFile(viewer: Actor, { eventId, format, locale, version }: Asked) {
  if (format === "pdf" || version === undefined) return undefined;
  const [event, known] = [await eventScope(db(), eventId), await planVersion(viewer, { eventId, version })];
  if (!event || !known) return undefined;
  const t = translator(locale, "plan");
  const cells = ({ people: [one, ...others], ...span }: VersionTalk): Cell[] => [
    ...spanCells(span, { format, locale, zone: event.timeZone }),
    ...[one?.name ?? "", one?.organisation ?? ""],
    ...[others.map(({ name }) => name).join("; "), others.map(({ organisation }) => organisation).join("; ")],
  ];
  return {
    name: `${t("export.fileName")}-${event.slug}-${t("export.versionName", { version })}.csv`,
    parts: csvParts({ format, head: HEAD.map((key) => t(`export.${key}`)), rows: known.talks, cells }),
  };
}
