import { jsonDoor, tooMany } from "@/auth/doors";
import { isWithinLimit } from "@/lib/limits";
import { openCheckRoom } from "@/lib/livekit/check-room";
import { LiveKitUnavailable } from "@/lib/livekit/room-service";
import { fail, ok } from "@/lib/result";

/** A room at the room server for the test of one's own technology. It belongs to nobody, and no row is written. */
export const POST = jsonDoor(async ({ request }) => {
  if (!(await isWithinLimit("room-check", request))) return { ok: false, failure: tooMany };
  try {
    return ok(await openCheckRoom());
  } catch (error) {
    if (error instanceof LiveKitUnavailable) return fail("unavailable", "livekit");
    throw error;
  }
});
