import "server-only";
import { env } from "@/lib/env";
import { newId } from "@/lib/ids";
import { accessToken } from "./access-token";
import type { MediaRights } from "./grants";
import { LiveKitUnavailable, roomService } from "./room-service";

/** Rooms of events are called `r` and 24 characters, so that none of them can be taken for one of these. */
const PREFIX = "check-";
/** How long the way into such a room is open; a test takes a few seconds. */
export const CHECK_SECONDS = 60;
/** After this it is over, also for whoever would stay: LiveKit renews the tokens of those who are in. */
const OLDEST_MS = 3 * 60_000;

/** Sound is all that is sent, to nobody: whether media comes through cannot be seen without any. */
const RIGHTS: MediaRights = { mic: true, cam: false, screen: false, data: false, hidden: false };

/** Whether this is a room in which somebody tests their technology: it belongs to no event and counts nowhere. */
export const isCheckRoom = (name: string): boolean => name.startsWith(PREFIX);

/** The address of the room server and the key to a new room there, in which one person is alone. */
export async function openCheckRoom(): Promise<{ url: string; token: string }> {
  const room = newId("room").replace("rom_", PREFIX);
  await roomService.openForOne(room, CHECK_SECONDS);
  const token = await accessToken({
    identity: "check",
    name: "",
    room,
    rights: RIGHTS,
    seconds: CHECK_SECONDS,
  });
  return { url: env().LIVEKIT_URL, token };
}

/** Ends the tests that somebody has left open. A LiveKit that is away has none, and the reconciler tells of it. */
export async function closeCheckRooms(now: Date): Promise<number> {
  try {
    const old = (await roomService.listOlder(new Date(now.getTime() - OLDEST_MS))).filter(isCheckRoom);
    for (const name of old) await roomService.deleteRoom(name);
    return old.length;
  } catch (error) {
    if (error instanceof LiveKitUnavailable) return 0;
    throw error;
  }
}
