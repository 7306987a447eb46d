import { expect, type Page } from "@playwright/test";
import { patience } from "../fixtures/environment";
import type { Person } from "../fixtures/test";
import type { Answer, Visitor } from "../fixtures/visitor";
import type { Planned } from "../security/planning-over-http";
import { type Asked, startOf, type Talk } from "./script";

export type Attendee = {
  nth: number;
  name: string;
  email: string;
  personId: string;
  /** Signed in, with the mailed link of the registration opened. */
  visitor: Visitor;
  /** One of the four with a browser, which holds the same cookies. */
  browser?: Person;
};

/** The event, its people, and what has been agreed and asked so far. */
export type Afternoon = {
  event: Planned;
  people: Attendee[];
  organizer: Visitor;
  /** When the first slot begins. */
  first: number;
  talks: Talk[];
  asked: Asked[];
};

export const json = { accept: "application/json" };

export function done(answer: Answer, what: string): Answer {
  if (answer.status < 400) return answer;
  throw new Error(`${what} answered ${answer.status}: ${answer.text.slice(0, 300)}`);
}

export function personOf({ people }: Pick<Afternoon, "people">, nth: number): Attendee {
  const person = people.find((one) => one.nth === nth);
  if (!person) throw new Error(`nobody has number ${nth}`);
  return person;
}

export function pageOf(afternoon: Pick<Afternoon, "people">, nth: number): Page {
  const { browser } = personOf(afternoon, nth);
  if (!browser) throw new Error(`number ${nth} has no browser`);
  return browser.page;
}

export const slotIn = ({ first }: Pick<Afternoon, "first">, slot: number): string =>
  new Date(startOf(first, slot)).toISOString();

export const talkOf = ({ talks }: Pick<Afternoon, "talks">, person: number, slot: number): Talk | undefined =>
  talks.find((talk) => talk.slot === slot && talk.people.includes(person));

/** How long something may take that has to have happened so many seconds after the start of a slot. */
export const untilAfter = ({ first }: Pick<Afternoon, "first">, slot: number, seconds = 0): number =>
  Math.max(0, startOf(first, slot) + seconds * 1000 - Date.now()) + patience(20);

/** Until the clock of this machine shows it, which is the app's as well. */
export const untilClock = (at: number, message: string) =>
  expect
    .poll(() => Date.now() >= at, {
      message,
      timeout: Math.max(0, at - Date.now()) + patience(20),
      intervals: [500],
    })
    .toBe(true);
