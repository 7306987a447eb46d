import { ASKS_FOR_MORE_MS, GIVE_UP_MS } from "@/domain/matchmaking/rules";
import type { WhereAmI } from "./protocol";
import type { RoomTalk, RoundView } from "./room-api";

/** Waits of the own rejoin loop in milliseconds, +-25 %; the last one repeats as long as the page is open. */
const REJOIN_MS = [500, 1000, 2000, 4000, 6000] as const;

/** Delay before attempt n (from 0). `random` in [0, 1). */
export function rejoinDelayMs(attempt: number, random: number): number {
  const base = REJOIN_MS[Math.min(Math.max(attempt, 0), REJOIN_MS.length - 1)] ?? 6000;
  return Math.round(base * (0.75 + random * 0.5));
}

/** The coming room is prepared between 10 and 2 s before it opens, so that a whole event does not knock at once. */
export function prepareAt(startsAtMs: number, random: number): number {
  return startsAtMs - 2000 - random * 8000;
}

export type Appointment = { name: "move" | "ask"; at: number };

/**
 * What is due by server time: going over at the start of the coming room, and asking again. `next` is asked for
 * between 30 and 10 s before it opens; without one, at the end of what is known.
 */
export function appointments(answer: WhereAmI, now: number, random: number): Appointment[] {
  if (answer.state === "wait") {
    const opens = answer.opensAt ? Date.parse(answer.opensAt) : 0;
    return opens > now ? [{ name: "ask", at: opens + random * 500 }] : [];
  }
  if (answer.state !== "room") return [];
  const { next, announced, target } = answer;
  const ends = target.endsAt ? Date.parse(target.endsAt) : 0;
  const opens = announced ? Date.parse(announced.opensAt) : 0;
  // Whoever is in the room of a talk before it starts, or passed by its door, waits for the end.
  const due = opens > now ? opens : ends;
  const early = due - 10_000 - random * 20_000;
  const ask = [next ? 0 : early, due + 100, ends + 100].filter((at) => at > now);
  const first = Math.min(...ask);
  const asking: Appointment[] = Number.isFinite(first) ? [{ name: "ask", at: first }] : [];
  return next ? [{ name: "move", at: Date.parse(next.startsAt) }, ...asking] : asking;
}

/** A round that closes is looked at this often, because only the server knows how long its closing takes. */
const CLOSING_MS = 3000;
const SHORTEST_TURN_MS = 500;

/** Milliseconds until the state of one of these rounds changes by itself; null when none will. */
export function untilNextTurn(rounds: readonly RoundView[], serverNow: number): number | null {
  const turns = rounds.flatMap(({ state, startsAt, endsAt }) => {
    if (state === "announced" && startsAt) return [Date.parse(startsAt) - serverNow];
    if (state === "open" && endsAt) return [Date.parse(endsAt) - serverNow];
    return state === "closing" ? [CLOSING_MS] : [];
  });
  return turns.length === 0 ? null : Math.max(SHORTEST_TURN_MS, Math.min(...turns));
}

/** The same until one of these talks can be given up, or made longer; no signal tells of either. */
export function untilTalkTurns(
  talks: readonly Pick<RoomTalk, "startsAt" | "endsAt">[],
  serverNow: number,
): number | null {
  const turns = talks
    .flatMap(({ startsAt, endsAt }) => [
      Date.parse(startsAt) + GIVE_UP_MS,
      Date.parse(endsAt) - ASKS_FOR_MORE_MS,
    ])
    .map((turn) => turn - serverNow)
    .filter((ahead) => ahead > 0);
  return turns.length === 0 ? null : Math.max(SHORTEST_TURN_MS, Math.min(...turns));
}

type Sample = { offsetMs: number; errorMs: number };
const SAMPLES = 8;

/**
 * What the server's clock shows. An answer that was quick says it best: of the last eight the one with the shortest
 * round trip counts, as in the clock filter of NTP (RFC 5905, section 10), so that people who move at the same
 * appointed moment do move together. An answer that cannot be true beside the best one means that the own clock was
 * set; then only the new one counts.
 */
export class ServerClock {
  #samples: Sample[] = [];

  /** Takes one answer into account; returns server time minus own time in milliseconds. */
  heard(serverNow: string, sentMs: number, receivedMs: number): number {
    const sample = {
      offsetMs: Date.parse(serverNow) - (sentMs + receivedMs) / 2,
      // Both clocks are read in whole milliseconds.
      errorMs: Math.max(0, receivedMs - sentMs) / 2 + 1,
    };
    const best = bestOf(this.#samples);
    const agrees = best && Math.abs(best.offsetMs - sample.offsetMs) <= best.errorMs + sample.errorMs;
    this.#samples = [...(agrees ? this.#samples : []), sample].slice(-SAMPLES);
    return (bestOf(this.#samples) ?? sample).offsetMs;
  }
}

/** The one with the shortest way; of equal ones the later. */
function bestOf(samples: readonly Sample[]): Sample | undefined {
  return samples.reduce<Sample | undefined>(
    (best, one) => (best && best.errorMs < one.errorMs ? best : one),
    undefined,
  );
}

/** „08:24“, or „1:02:03“ from an hour on; never negative. */
export function clockText(milliseconds: number): string {
  const total = Math.max(0, Math.ceil(milliseconds / 1000));
  const pad = (value: number) => String(value).padStart(2, "0");
  const [hours, minutes, seconds] = [Math.floor(total / 3600), Math.floor(total / 60) % 60, total % 60];
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(seconds)}` : `${pad(minutes)}:${pad(seconds)}`;
}

const DAY_MS = 24 * 3_600_000;

/** Whole days of a time so long that its hours would tell nobody anything: from two days on. */
export const wholeDays = (milliseconds: number): number | undefined =>
  milliseconds >= 2 * DAY_MS ? Math.floor(milliseconds / DAY_MS) : undefined;
