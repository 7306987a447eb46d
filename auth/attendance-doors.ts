import "server-only";
import { exportReport } from "@/domain/attendance/commands/export-report";
import { issueCertificate } from "@/domain/attendance/commands/issue-certificate";
import { certificatePaper } from "@/domain/attendance/queries/certificate-paper";
import { eventReport } from "@/domain/attendance/queries/report";
import { reportFile, reportJson } from "@/domain/attendance/queries/report-file";
import { reportPaper } from "@/domain/attendance/queries/report-paper";
import { resultResponse } from "@/domain/kernel/http";
import { currentRequestId } from "@/lib/logger";
import { now } from "@/lib/time/clock";
import { type Door, seeOther, wantsJson } from "./doors";
import { listAnswer, pdfAnswer } from "./file-answers";
import { flashCookie } from "./flash";
import { registrationPage } from "./registration-doors";

/** The report on an event as PDF, CSV or JSON, whose leaving is written down. */
export async function reportDownload(door: Door): Promise<Response> {
  const { actor, params, body } = door;
  const at = now();
  // Without the browser's key of one intention: each file that is taken away is written down.
  const call = { actor, input: { ...body, eventId: params.eventId }, requestId: currentRequestId() };
  const result = await exportReport(call);
  const report = result.ok ? await eventReport(actor, { eventId: result.value.eventId, now: at }) : undefined;
  if (!result.ok || !report) return listAnswer(door, result, undefined);
  const { format, locale } = result.value;
  if (format === "pdf") {
    const paper = await reportPaper(report, { locale, now: at });
    return pdfAnswer(door, { ...paper, networkId: report.about.networkId });
  }
  if (format !== "json") return listAnswer(door, result, reportFile(report, { format, locale }));
  const { name, json } = reportJson(report, locale);
  const headers = {
    "content-disposition": `attachment; filename="${name}"`,
    "cache-control": "no-store",
    "x-robots-tag": "noindex",
  };
  return Response.json(json, { headers });
}

/** The certificate of one registration. Where there is none the page says why not. */
export async function certificateDownload(door: Door): Promise<Response> {
  const { actor, params, body, request } = door;
  const input = { ...body, registrationId: params.registrationId };
  const result = await issueCertificate({ actor, input, requestId: currentRequestId() });
  if (!result.ok) {
    if (wantsJson(request)) return resultResponse(result);
    const page = registrationPage(door);
    return seeOther(page, [await flashCookie({ actor, failure: result.failure, body, page })]);
  }
  const file = await certificatePaper({ ...result.value, now: now() });
  return file ? pdfAnswer(door, file) : seeOther(registrationPage(door));
}
