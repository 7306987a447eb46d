import { eq } from "drizzle-orm";
import { wallAddresses } from "@/db/schema/attendance-afterwards";
import { defineCommand } from "@/domain/kernel/command";
import { eventScope } from "@/domain/programme/queries";
import { type Id, newId } from "@/lib/ids";
import { ok, type Result } from "@/lib/result";
import { setWallInput } from "../schema/afterwards";

/** Gives the wall of an event an address, a new one, or none any more. */
export const setWall = defineCommand({
  name: "set-wall",
  input: setWallInput,
  permission: "wall.manage",
  load: ({ tx }, { eventId }) => eventScope(tx, eventId),
  run: async ({ tx }, { eventId, wish }): Promise<Result<{ wall: Id<"wall"> | null }>> => {
    if (wish === "close") {
      await tx.delete(wallAddresses).where(eq(wallAddresses.eventId, eventId));
      return ok({ wall: null });
    }
    const token = newId("wall");
    await tx
      .insert(wallAddresses)
      .values({ eventId, token })
      .onConflictDoUpdate({ target: wallAddresses.eventId, set: { token } });
    return ok({ wall: token });
  },
});
