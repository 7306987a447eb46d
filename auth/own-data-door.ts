import "server-only";
import { resultResponse } from "@/domain/kernel/http";
import { exportOwnData } from "@/domain/privacy/commands/export-own-data";
import { personalDataOf } from "@/domain/privacy/queries/personal-data";
import { href } from "@/lib/i18n/href";
import { localeOf } from "@/lib/i18n/locales";
import { currentRequestId } from "@/lib/logger";
import { fail } from "@/lib/result";
import { now } from "@/lib/time/clock";
import { type Door, seeOther, wantsJson } from "./doors";
import { flashCookie } from "./flash";
import { loginOf } from "./fresh";

/** Says which parts there are, so that another program can read a copy of any age. */
const FORMAT = "plenum-personal-data/1";

/** Everything about the person who asks as a JSON file. Whoever has not just signed in goes back to the page that says so. */
export async function ownDataDownload(door: Door): Promise<Response> {
  const { request, actor, body } = door;
  const locale = localeOf(body.locale);
  // Without the browser's key of one intention: each copy that is taken away is written down.
  const input = { sessionToken: loginOf(door) };
  const result = await exportOwnData({ actor, input, requestId: currentRequestId() });
  const at = now();
  const data = result.ok ? await personalDataOf(actor, { locale, now: at }) : undefined;
  if (data)
    return Response.json(
      { format: FORMAT, writtenAt: at, ...data },
      {
        headers: {
          "content-disposition": 'attachment; filename="plenum-daten.json"',
          "cache-control": "no-store",
          "x-robots-tag": "noindex",
        },
      },
    );
  const refused = result.ok ? fail("not_found", "missing") : result;
  if (wantsJson(request)) return resultResponse(refused);
  const page = href(locale, "/me/data");
  const cookie = await flashCookie({ actor, failure: refused.failure, body, page });
  return seeOther(page, [cookie]);
}
