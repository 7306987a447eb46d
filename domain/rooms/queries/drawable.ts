import "server-only";
import { db } from "@/db/client";
import { type Actor, can } from "@/domain/policy";
import type { Id } from "@/lib/ids";
import { ok } from "@/lib/result";
import { keptOut } from "../rules";
import { drawableQuestions } from "./draw-facts";
import { standingOf } from "./standing";

/** `GET sets`: the questions of the event's form by whose answers a host can draw rooms. */
export async function listDrawable(actor: Actor, eventId: Id<"event">, now: Date) {
  const standing = await standingOf(db(), actor, { eventId, now });
  if (!standing || !can(actor, "round.manage", standing)) return keptOut(standing);
  return ok({ questions: await drawableQuestions(db(), eventId) });
}
