import { z } from "zod";
import { defineCommand } from "@/domain/kernel/command";
import { idOf } from "@/lib/ids";
import { ok } from "@/lib/result";
import { endAside } from "../internal/end-aside";
import { loadStanding } from "../queries/standing";
import { knowsRoom } from "../rules";

/** LiveKit has only two left where these hosts listen: it is over, whatever the rows still say of who is there. */
export const endListening = defineCommand({
  name: "end-listening",
  input: z.object({ eventId: idOf("event"), admissionIds: z.array(idOf("admission")).min(1) }),
  permission: "room.record",
  load: loadStanding,
  mayKnow: knowsRoom,
  run: async (context, { admissionIds }) => {
    for (const id of admissionIds) await endAside(context, id);
    return ok({ ended: admissionIds.length });
  },
});
