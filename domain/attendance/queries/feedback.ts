import "server-only";
import { eq } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { eventFeedback } from "@/db/schema/attendance-afterwards";
import { type Actor, can } from "@/domain/policy";
import type { Id } from "@/lib/ids";
import { takesFeedback } from "../rules/feedback";
import { scopedRegistration } from "./certificate";

export type MyFeedback = { registrationId: Id<"registration">; score: number | null; note: string };

/** What the holder of a registration said of its event so far, while that is asked; undefined for others, and before and long after. */
export async function feedbackFor(
  viewer: Actor,
  { registrationId, now }: { registrationId: Id<"registration">; now: Date },
  reader: Reader = db(),
): Promise<MyFeedback | undefined> {
  const found = await scopedRegistration(reader, registrationId);
  if (!found || !can(viewer, "feedback.give", found)) return undefined;
  if (found.registration.status !== "confirmed" || !takesFeedback(found.event, now)) return undefined;
  const { score, note } = eventFeedback;
  const [said] = await reader
    .select({ score, note })
    .from(eventFeedback)
    .where(eq(eventFeedback.registrationId, registrationId));
  return { registrationId, score: said?.score ?? null, note: said?.note ?? "" };
}
