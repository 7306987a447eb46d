import "server-only";
import { db } from "@/db/client";
import { taxonomyFor } from "@/domain/board/queries/taxonomy";
import type { PickField } from "@/domain/board/rules";
import type { Id } from "@/lib/ids";
import { allianceOf } from "./sides";

/** Topics that people of an event choose from: the alliance's, and those of this event alone. */
export async function pickFieldsAt(eventId: Id<"event">): Promise<readonly PickField[]> {
  const allianceId = await allianceOf(db(), eventId);
  return (await taxonomyFor({ allianceId, eventId })).fields;
}
