import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { admissions } from "@/db/schema/rooms";
import { defineCommand } from "@/domain/kernel/command";
import { idOf } from "@/lib/ids";
import { ok } from "@/lib/result";
import { movePeople } from "../internal/changes";
import { loadStanding } from "../queries/standing";
import { knowsRoom } from "../rules";

/** Somebody's role in the event was taken outside the room: whoever is inside hears of it as of a role taken there. */
export const noteRole = defineCommand({
  name: "note-role",
  input: z.object({ eventId: idOf("event"), personId: idOf("person") }),
  permission: "room.record",
  load: loadStanding,
  mayKnow: knowsRoom,
  quiet: true,
  run: async (context, { eventId, personId }) => {
    const [mine] = await context.tx
      .select({ id: admissions.id })
      .from(admissions)
      .where(and(eq(admissions.eventId, eventId), eq(admissions.personId, personId)));
    if (!mine) return ok({ told: false });
    await movePeople(context, eventId, [mine.id]);
    await context.emit({ kind: "participant.changed", payload: { eventId, admissionId: mine.id } });
    return ok({ told: true });
  },
});
