import { logger } from "@/lib/logger";
import { closeTransport } from "@/lib/mail/transport";
import { now } from "@/lib/time/clock";
import { flushSignals, resyncChannels } from "@/realtime/publish";
import { flushPages } from "./pages";
import { startQueues } from "./queues";
import { mailedKinds, signInKinds, subscribersOf } from "./registry";
import { startRunner } from "./runner";
import {
  startCheckRooms,
  startClocks,
  startNetworkings,
  startNudges,
  startReconciler,
  startSuggestions,
} from "./ticker";

/** Starts everything that happens without a request. `stop` ends it after what is in hand. */
export async function startWorker(): Promise<{ stop: () => Promise<void> }> {
  const queues = await startQueues();
  const runner = startRunner([
    { name: "rooms", subscribersOf, kinds: { except: [...mailedKinds, ...signInKinds] } },
    { name: "sign-ins", subscribersOf, kinds: { only: signInKinds } },
    { name: "mails", subscribersOf, kinds: { only: mailedKinds }, isPatient: true },
  ]);
  const reconciler = startReconciler();
  const nudges = startNudges();
  const networkings = startNetworkings();
  const checkRooms = startCheckRooms();
  const suggestions = startSuggestions();
  const clocks = startClocks();
  await resyncChannels(now()).catch((error: unknown) => logger.warn({ error }, "rooms not resynced"));
  return {
    stop: async () => {
      const tickers = [reconciler, nudges, networkings, checkRooms, suggestions, clocks];
      await Promise.all([runner, ...tickers].map(({ stop }) => stop()));
      await Promise.allSettled([flushSignals(), flushPages()]);
      await queues.stop();
      closeTransport();
    },
  };
}
