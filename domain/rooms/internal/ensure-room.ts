import { LiveKitUnavailable, roomService } from "@/lib/livekit/room-service";
import { logger } from "@/lib/logger";

/** As long as the reconciler needs at most to make a room again that a restart of LiveKit lost. */
const KNOWN_MS = 5_000;
const MOST = 1_000;
/**
 * How long anybody waits for LiveKit to confirm a room. Rooms are made when they open, so it is there nearly always; a
 * browser that comes before it is refused by LiveKit and asks again, which is better than everybody waiting.
 */
const PATIENCE_MS = 300;

const known = new Map<string, number>();
const asking = new Map<string, Promise<void>>();

async function ask(lkName: string): Promise<void> {
  try {
    await roomService.ensureRoom(lkName);
    if (known.size >= MOST) known.clear();
    known.set(lkName, performance.now());
  } catch (error) {
    logger.warn({ error }, "room not confirmed by livekit-server");
    if (error instanceof LiveKitUnavailable && error.isSlow) return;
    // It is away: what was known of its rooms is worth nothing when it comes back.
    known.clear();
    throw error;
  } finally {
    asking.delete(lkName);
  }
}

/**
 * Makes the room at LiveKit. Hundreds who come at once wait for one and the same call, and none of them for longer
 * than `PATIENCE_MS`: a slow LiveKit goes on meanwhile, and only one that refuses is an error.
 */
export async function ensureRoom(lkName: string): Promise<void> {
  if (performance.now() - (known.get(lkName) ?? Number.NEGATIVE_INFINITY) < KNOWN_MS) return;
  const running = asking.get(lkName) ?? ask(lkName);
  asking.set(lkName, running);
  let timer: NodeJS.Timeout | undefined;
  const impatient = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS);
  });
  await Promise.race([running, impatient]).finally(() => clearTimeout(timer));
}
