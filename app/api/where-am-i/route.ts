import { jsonQuery } from "@/auth/doors";
import { resultResponse } from "@/domain/kernel/http";
import { whereAmI } from "@/domain/rooms/queries";
import type { Result } from "@/lib/result";
import { now } from "@/lib/time/clock";
import type { WhereAmI } from "@/realtime/protocol";

/** The protocol's answer from the domain's: the compiler holds the two together. */
export const GET = jsonQuery(async ({ actor, url }) => {
  const slug = url.searchParams.get("event") ?? "";
  const tab = url.searchParams.get("tab") ?? "";
  const answer: Result<WhereAmI> = await whereAmI(actor, { slug, tab }, now());
  return resultResponse(answer);
});
