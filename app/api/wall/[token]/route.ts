import { jsonQuery, tooMany } from "@/auth/doors";
import { wallAt } from "@/domain/attendance/queries/wall";
import { resultResponse } from "@/domain/kernel/http";
import { isWithinLimit } from "@/lib/limits";
import { now } from "@/lib/time/clock";

/** What a wall in the hall shows, for whoever has its address. */
export const GET = jsonQuery(async ({ params, request }) => {
  if (!(await isWithinLimit("hall-read", request))) return resultResponse({ ok: false, failure: tooMany });
  return wallAt(params.token ?? "", now());
});
