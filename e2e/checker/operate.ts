import type { Dice } from "@/db/seed/random";
import { type Intended, type Outcome, outcomeOf } from "./intended";
import { appIsBack, type Run } from "./run-state";
import { type Prepared, type Sent, sendOnce } from "./send";

/** So many times an unknown outcome is asked again; it then stays unknown, which no judge accepts. */
const MOST_REPEATS = 20;
/** Shares of requests that are sent twice at once, and that are sent again later: together a tenth. */
const TWICE = 0.05;
const LATER = 0.05;

/** An intention and its request, for sending it again. */
export type Intent = { operation: Intended; prepared: Prepared };

async function sendFor(run: Run, { operation, prepared }: Intent): Promise<Sent> {
  run.underWay += 1;
  const sent = await sendOnce(prepared);
  run.underWay -= 1;
  if (sent.send.outcome === "unknown") run.unknowns += 1;
  operation.sends.push(sent.send);
  return sent;
}

/** Asks again, with the same key, until there is an answer. */
export async function settle(run: Run, intent: Intent): Promise<Sent | undefined> {
  for (let repeat = 0; repeat < MOST_REPEATS; repeat += 1) {
    await appIsBack();
    const sent = await sendFor(run, intent);
    if (sent.send.outcome !== "unknown") return sent;
  }
  return undefined;
}

export type Done = { outcome: Outcome; said: string; cookies: ReadonlyMap<string, string> };

/** What one client keeps for later: requests to repeat, and unknown outcomes to ask after when all is over. */
export type Postponed = { repeats: Intent[]; open: Intent[] };

type Performing = { run: Run; chance: Dice; postponed: Postponed };

/**
 * Carries an intention out: once or twice at the same time, and again while its outcome is unknown, unless it is left
 * open for now, which `mayStayOpen` allows. Says "unknown" of those only.
 */
export async function perform(
  { run, chance, postponed }: Performing,
  intent: Intent,
  mayStayOpen: boolean,
): Promise<Done> {
  const { operation } = intent;
  const isTwice = chance.next() < TWICE;
  const isLater = chance.next() < LATER;
  const staysOpen = mayStayOpen && chance.next() < 0.5;
  const sent = await Promise.all(
    isTwice ? [sendFor(run, intent), sendFor(run, intent)] : [sendFor(run, intent)],
  );
  if (outcomeOf(operation) === "unknown") {
    if (staysOpen) postponed.open.push(intent);
    else sent.push(...((await settle(run, intent).then((one) => one && [one])) ?? []));
  }
  const outcome = outcomeOf(operation);
  if (isLater && outcome === "ok") postponed.repeats.push(intent);
  const decisive = sent.find(({ send }) => send.outcome === outcome);
  return { outcome, said: decisive?.send.said ?? "", cookies: decisive?.cookies ?? intent.prepared.cookies };
}

/** Sends again what was done before, as a network or a back button does. */
export async function repeatOne(run: Run, { repeats }: Postponed): Promise<void> {
  const intent = repeats.shift();
  if (!intent) return;
  const { send } = await sendFor(run, intent);
  if (send.outcome === "unknown") await settle(run, intent);
}
