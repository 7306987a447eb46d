import { roomService } from "@/lib/livekit/room-service";

/** As long as the reconciler needs at most to make a room again that a restart of LiveKit lost. */
const KNOWN_MS = 5_000;
const MOST = 1_000;

const known = new Map<string, number>();
const asking = new Map<string, Promise<void>>();

async function ask(lkName: string): Promise<void> {
  try {
    await roomService.ensureRoom(lkName);
    if (known.size >= MOST) known.clear();
    known.set(lkName, performance.now());
  } catch (error) {
    // LiveKit is away: what was known of its rooms is worth nothing when it comes back.
    known.clear();
    throw error;
  } finally {
    asking.delete(lkName);
  }
}

/** Makes the room at LiveKit. Hundreds who come at once wait for one and the same call. */
export function ensureRoom(lkName: string): Promise<void> {
  if (performance.now() - (known.get(lkName) ?? Number.NEGATIVE_INFINITY) < KNOWN_MS)
    return Promise.resolve();
  const running = asking.get(lkName) ?? ask(lkName);
  asking.set(lkName, running);
  return running;
}
