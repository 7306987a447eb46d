import { randomUUID } from "node:crypto";
import { type DoorAnswer, doorAnswer, doorPeople } from "@/domain/attendance/schema";
import { checkInCode } from "@/lib/tokens";
import { addressOf, type Browser, openBrowser } from "../kit/browser";
import { timed } from "../kit/crowd";
import { timesOf } from "../kit/statistics";
import type { Door } from "./crowd-at-door";

/** A scanner whose organizer is signed in. */
export async function openScanner(base: string, at: number): Promise<Browser> {
  const browser = openBrowser(base, addressOf(at));
  const { status } = await browser.post("/api/dev/sign-in", new URLSearchParams({ persona: "organizer" }));
  if (status !== 303) throw new Error("the demo's organizer can't sign in: is this a demo?");
  return browser;
}

async function send(browser: Browser, path: string, body: Record<string, string>): Promise<DoorAnswer> {
  const sent = { ...body, scannedAt: new Date().toISOString(), idempotencyKey: randomUUID() };
  const reply = await browser.postJson(path, sent);
  const answer = doorAnswer.safeParse(JSON.parse(reply.body));
  if (!answer.success) throw new Error(`the door answered ${reply.status}: ${reply.body.slice(0, 160)}`);
  return answer.data;
}

/** Every fortieth code is held before two doors at once. */
const TWICE = 40;

/** All guests come, in as many lines as there are scanners. */
export async function everybodyComes({ id, guests }: Door, scanners: readonly Browser[]) {
  const path = `/api/checkin/${id}`;
  const waiting = guests.map((guest, n) => ({ code: checkInCode(guest), isTwice: n % TWICE === 0 }));
  const durations: number[] = [];
  const pairs: DoorAnswer["state"][][] = [];
  const line = async (scanner: Browser, beside: Browser) => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const { code, isTwice } = next;
      const doors = isTwice ? [scanner, beside] : [scanner];
      const answers = await Promise.all(doors.map((door) => timed(() => send(door, path, { code }))));
      durations.push(...answers.map(({ ms }) => ms));
      if (isTwice) pairs.push(answers.map(({ value }) => value.state).sort());
    }
  };
  const { ms } = await timed(() =>
    Promise.all(scanners.map((scanner, n) => line(scanner, scanners[(n + 1) % scanners.length] ?? scanner))),
  );
  const welcomedOnce = pairs.filter(([first, second]) => first === "already" && second === "in").length;
  const perSecond = Math.round((durations.length / ms) * 1000);
  return { times: timesOf(durations), perSecond, pairs: pairs.length, welcomedOnce };
}

/** The list that an open scanner asks for; `bytes` is how large it is. */
export async function listTimes({ id }: Door, scanner: Browser, rounds: number) {
  const durations: number[] = [];
  let [bytes, people] = [0, 0];
  for (let round = 0; round < rounds; round++) {
    const { value, ms } = await timed(() => scanner.get(`/api/checkin/${id}/people`));
    durations.push(ms);
    bytes = value.bytes;
    people = doorPeople.parse(JSON.parse(value.body)).people.length;
  }
  return { times: timesOf(durations), bytes, people };
}

/** People without a registration, one after the other. */
export async function walkInTimes({ id }: Door, scanner: Browser, rounds: number) {
  const durations: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const person = { name: `Spontan ${round}`, email: `spontan.${round}@example.org` };
    const { value, ms } = await timed(() => send(scanner, `/api/checkin/${id}/walk-in`, person));
    if (value.state !== "in") throw new Error(`a walk-in was ${value.state}`);
    durations.push(ms);
  }
  return { times: timesOf(durations), people: durations.length };
}
