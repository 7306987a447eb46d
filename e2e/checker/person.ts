import { expect } from "@playwright/test";
import { type Mail, mailsTo } from "../fixtures/mailbox";
import { Visitor } from "../fixtures/visitor";
import { isOver, type Run } from "./run-state";

/** Somebody with an address, at one event, and what their browser holds. */
export type Person = {
  email: string;
  address: string;
  eventId: string;
  cookies: ReadonlyMap<string, string>;
  isIn: boolean;
  /** As far as they know: by the answer, or by a mail. */
  isConfirmed: boolean;
  /** Known once they have opened the link of a mail. */
  registrationId: string | undefined;
  cancelled: number;
};

/** A neighbour of nobody: limits count by address, and people of a run come from many. */
export const addressOf = (number: number) =>
  `10.${number % 251}.${Math.floor(number / 251) % 251}.${Math.floor(number / 63_001) + 1}`;

/** The link to one's own page; the other link of a mail leads into the room. */
const ownLinkIn = ({ text }: Mail) => /https?:\/\/[^\s/]+(\/j\/[\w.-]+)(?=\s|$)/.exec(text)?.[1];

/** Waits for the first mail, as a person does; undefined when the run ends before it comes. */
async function firstMails(run: Run, person: Person): Promise<Mail[]> {
  let mails: Mail[] = [];
  const hasMail = async () => {
    mails = await mailsTo(person.email).catch(() => []);
    return mails.some(ownLinkIn) || isOver(run);
  };
  await expect.poll(hasMail, { timeout: 120_000, intervals: [100, 250, 500, 1_000] }).toBe(true);
  return mails;
}

/** Reads the mails and opens the link. A visit that fails, such as while the app is away, changes nothing. */
export async function openMail(run: Run, person: Person): Promise<void> {
  const mails = await firstMails(run, person);
  const link = mails.map(ownLinkIn).find((one) => one !== undefined);
  if (!link) return;
  const visitor = new Visitor();
  for (const [name, value] of person.cookies) visitor.cookies.set(name, value);
  const answer = await visitor.ask(link).catch(() => undefined);
  const registrationId = /\/r\/(reg_\w+)/.exec(answer?.location ?? "")?.[1];
  if (!registrationId) return;
  person.registrationId = registrationId;
  person.cookies = visitor.cookies;
}

/** Looks whether a mail tells of a seat by now. */
export async function lookForSeat(person: Person): Promise<void> {
  const [newest] = await mailsTo(person.email).catch(() => []);
  if (person.isIn && newest?.kind === "registration.promoted") person.isConfirmed = true;
}
