import "server-only";
import { resultResponse } from "@/domain/kernel/http";
import { csvResponse } from "@/lib/csv/response";
import { href } from "@/lib/i18n/href";
import { localeOf } from "@/lib/i18n/locales";
import { ownPath } from "@/lib/own-path";
import { makePdf } from "@/lib/pdf/make";
import type { AnyPaper } from "@/lib/pdf/papers";
import { pdfResponse } from "@/lib/pdf/response";
import { fail, type Result } from "@/lib/result";
import { type Door, seeOther, wantsJson } from "./doors";
import { retryPage } from "./retry-page";

type ListFile = { name: string; parts: Parameters<typeof csvResponse>[0] };

/** A list whose leaving is written down. Whoever may not have it goes back to the page, which then asks to sign in or is missing. */
export function listAnswer(
  { request, body }: Door,
  result: Result<unknown>,
  file: ListFile | undefined,
): Response {
  if (file) return csvResponse(file.parts, file.name);
  if (wantsJson(request)) return resultResponse(result.ok ? fail("not_found", "missing") : result);
  return seeOther(href(localeOf(body.locale), ownPath(body.back, "/o")));
}

/** A paper of a network as a PDF. Where the machine is too busy to draw it in time, it is asked for again later. */
export async function pdfAnswer(
  door: Door,
  { name, paper, networkId }: { name: string; paper: AnyPaper; networkId: string },
): Promise<Response> {
  const bytes = await makePdf(paper, { owner: networkId });
  if (bytes) return pdfResponse(bytes, name);
  return wantsJson(door.request)
    ? resultResponse(fail("unavailable", "try_again"))
    : retryPage(door.request, door);
}
