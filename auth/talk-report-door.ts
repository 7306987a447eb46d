import "server-only";
import { exportSeriesTalkReport } from "@/domain/matchmaking/commands/export-series-talk-report";
import { exportTalkReport } from "@/domain/matchmaking/commands/export-talk-report";
import {
  eventTalkReport,
  seriesTalkReport,
  type TalkReportView,
} from "@/domain/matchmaking/queries/talk-report";
import { talkReportFile } from "@/domain/matchmaking/queries/talk-report-file";
import { talkReportPaper } from "@/domain/matchmaking/queries/talk-report-paper";
import type { ReportFormat } from "@/domain/matchmaking/schema";
import type { Locale } from "@/lib/i18n/locales";
import { currentRequestId } from "@/lib/logger";
import type { Result } from "@/lib/result";
import { now } from "@/lib/time/clock";
import type { Door } from "./doors";
import { listAnswer, pdfAnswer } from "./file-answers";

type Wanted = { format: ReportFormat; locale: Locale };

async function answer(door: Door, result: Result<Wanted>, view: TalkReportView | undefined) {
  if (!result.ok || !view) return listAnswer(door, result, undefined);
  const { format, locale } = result.value;
  if (format !== "pdf") return listAnswer(door, result, talkReportFile(view, { format, locale }));
  const file = await talkReportPaper(view, { locale, now: now() });
  return pdfAnswer(door, { ...file, networkId: view.about.networkId });
}

/** The report on an event's talks as CSV or PDF, whose leaving is written down. */
export async function eventReportDownload(door: Door): Promise<Response> {
  const { actor, params, body } = door;
  // Without the browser's key of one intention: a repeat takes the names away once more, and must be written down again.
  const call = { actor, input: { ...body, eventId: params.eventId }, requestId: currentRequestId() };
  const result = await exportTalkReport(call);
  return answer(door, result, result.ok ? await eventTalkReport(actor, result.value.eventId) : undefined);
}

/** The same of all events of a series. */
export async function seriesReportDownload(door: Door): Promise<Response> {
  const { actor, params, body } = door;
  const call = { actor, input: { ...body, seriesId: params.seriesId }, requestId: currentRequestId() };
  const result = await exportSeriesTalkReport(call);
  return answer(door, result, result.ok ? await seriesTalkReport(actor, result.value.seriesId) : undefined);
}
