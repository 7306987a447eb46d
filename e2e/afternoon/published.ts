import { expect } from "@playwright/test";
import { readTable } from "@/lib/csv/read";
import { mailOfKind, mailsTo } from "../fixtures/mailbox";
import { type Afternoon, done, personOf, slotIn, talkOf } from "./afternoon";
import {
  agreed,
  apart,
  asked,
  everybody,
  late,
  limited,
  missing,
  PLANNED_FOR,
  partnerIn,
  SLOTS,
  samePair,
  type Talk,
} from "./script";
import type { Difference } from "./wishing";

type Planned = Talk & { state: string };
/** What a talk is called in the file that a plan has made, and one that its people have agreed on. */
const [BY_PLAN, BY_THEMSELVES] = ["veröffentlicht", "vereinbart"];

/** Everybody's talks as the organizer takes them away as a file. */
export async function publishedPlan(afternoon: Afternoon): Promise<Planned[]> {
  const { event, organizer, people, first } = afternoon;
  const form = { format: "rfc4180", locale: "de", back: `${event.page}/plan` };
  const answer = done(
    await organizer.ask(`/api/events/${event.id}/plan/csv`, { form }),
    "the plan as a file",
  );
  const table = readTable(answer.text, ",");
  if (!table.ok) throw new Error("the plan can't be read");
  const [head = [], ...rows] = table.rows;
  const slots = Array.from({ length: SLOTS }, (_, slot) => Date.parse(slotIn({ first }, slot)));
  const numberOf = (name: string) => people.find((one) => one.name === name)?.nth ?? -1;
  return rows.map((row) => {
    const cell = (column: string) => row[head.indexOf(column)] ?? "";
    const talk = [numberOf(cell("Name")), numberOf(cell("Gespräch mit"))] as const;
    return { slot: slots.indexOf(Date.parse(cell("Beginn"))), people: talk, state: cell("Stand") };
  });
}

const ofPair = (plan: readonly Planned[], pair: readonly number[]) =>
  plan.filter(({ people }) => samePair(people, pair));
const said = ({ slot, state }: Planned) => `${state} in ${slot}`;

/** What a plan has to keep, whatever else it decides. */
export function expectPlan(plan: readonly Planned[], { changed, mails }: Difference): void {
  for (const { people, slot } of agreed)
    expect(ofPair(plan, people).map(said), `${people} have agreed`).toEqual([`${BY_THEMSELVES} in ${slot}`]);
  for (const { person, partner, slot } of [missing, late])
    expect(ofPair(plan, [person, partner]).map(said), "both must").toEqual([`${BY_PLAN} in ${slot}`]);
  const declined = asked.filter(({ becomes }) => becomes === "declined");
  for (const pair of [apart, ...declined.map(({ from, to }) => [from, to])])
    expect(ofPair(plan, pair), `${pair} have said no`).toEqual([]);
  for (const { slot, people } of plan) {
    expect(slot, "a talk outside the slots").toBeGreaterThanOrEqual(0);
    for (const person of people) {
      expect(person).toBeGreaterThanOrEqual(0);
      const then = plan.filter((other) => other.slot === slot && other.people.includes(person));
      expect(then, `number ${person} in slot ${slot}`).toHaveLength(1);
    }
  }
  expect(plan.filter(({ people }) => people.includes(limited.person))).toHaveLength(limited.most);
  const added = plan.filter(({ state }) => state === BY_PLAN);
  expect(added.length, "as the page said").toBe(changed);
  expect(new Set(added.flatMap(({ people }) => people)).size, "as the page said").toBe(mails);
}

/** Everybody whom the plan gave talks has one mail, with all of these and nothing else. */
export async function expectMails(afternoon: Afternoon, plan: readonly Planned[]): Promise<void> {
  const added = plan.filter(({ state }) => state === BY_PLAN);
  const nameOf = (nth: number) => personOf(afternoon, nth).name;
  for (const { nth, email } of afternoon.people) {
    const mine = added.filter(({ people }) => people.includes(nth));
    if (mine.length === 0) continue;
    const { text } = await mailOfKind(email, "plan.published");
    const told = afternoon.people.filter((one) => one.nth !== nth && text.includes(one.name));
    expect(told.map(({ name }) => name).toSorted(), nameOf(nth)).toEqual(
      mine.map((talk) => nameOf(partnerIn(talk, nth))).toSorted(),
    );
    const mails = (await mailsTo(email)).filter(({ kind }) => kind === "plan.published");
    expect(mails, nameOf(nth)).toHaveLength(1);
  }
}

/** What somebody reads in their own plan and in their week: with whom, and when. */
export async function expectInAgenda(afternoon: Afternoon): Promise<void> {
  const { event } = afternoon;
  for (const nth of everybody.slice(0, PLANNED_FOR)) {
    const { visitor, name } = personOf(afternoon, nth);
    const page = done(await visitor.ask(`/me/talks?event=${event.slug}&tab=plan`), "one's own plan").text;
    const shown = [...page.matchAll(/<time dateTime="([^"]+)">.*?Gespräch mit ([^<]+)</gs)].map(
      ([, at, partner]) => `${at} ${partner}`,
    );
    const mine = Array.from({ length: SLOTS }, (_, slot) => talkOf(afternoon, nth, slot)).flatMap((talk) =>
      talk ? [`${slotIn(afternoon, talk.slot)} ${personOf(afternoon, partnerIn(talk, nth)).name}`] : [],
    );
    expect(shown, `the plan of ${name}`).toEqual(mine);
    const week = done(await visitor.ask("/me"), "one's own week").text;
    for (const talk of mine)
      expect(week, `the week of ${name}`).toContain(talk.split(" ").slice(1).join(" "));
  }
}
