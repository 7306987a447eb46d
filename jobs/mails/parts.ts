import type { MailContent, MailLink } from "@/components/mails/content";
import { legalLinksAt } from "@/components/mails/frame";
import { renderMail } from "@/components/mails/render-mail";
import { queueMail } from "@/domain/notifications/commands/queue-mail";
import { queueMails } from "@/domain/notifications/commands/queue-mails";
import type { MailKind } from "@/domain/notifications/labels";
import { mailHostsOf } from "@/domain/notifications/queries/mailbox";
import { mailSettingsOf } from "@/domain/notifications/queries/settings";
import type { QueueMailInput } from "@/domain/notifications/schema";
import { givesMaterials } from "@/domain/programme/queries/materials";
import { env, origin } from "@/lib/env";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import type { Id } from "@/lib/ids";
import { logger } from "@/lib/logger";
import { mailboxOf } from "@/lib/mail/message";
import { unsubscribeToken } from "@/lib/tokens";

/** The actor of everything that follows from facts and from the clock. */
export const worker = { type: "system", job: "worker" } as const;

/** An address of our own, in the reader's language. Only the configured origin, whatever a request once said. */
export const pageLink = (locale: Locale, path: string): string => `${origin()}${href(locale, path)}`;

type Refusing = { locale: Locale; email: string; networkId: Id<"network"> };

/** Where mails that no registration needs are ended: by one post of the mail program, and by a button on a page. */
export async function unsubscribeLinks({ locale, email, networkId }: Refusing) {
  const token = await unsubscribeToken({ networkId, email });
  return {
    post: `${origin()}/api/unsubscribe/${token}`,
    page: pageLink(locale, `/unsubscribe?${new URLSearchParams({ token })}`),
  };
}

export const legalLinks = (locale: Locale): MailLink[] => legalLinksAt(origin(), locale);

const PRIMARY = "#005d86";

/** Plenum itself, for mails that belong to no event. */
export const ourselves = () => ({ name: "Plenum", mark: "PL", colour: PRIMARY });
export const ownContact = () => mailboxOf(env().MAIL_FROM).address;

export type Letter = {
  dedupeKey: string;
  kind: MailKind;
  subjectId: string;
  to: { name: string; email: string };
  eventId: Id<"event"> | null;
  content: MailContent;
  calendar?: QueueMailInput["calendar"];
  unsubscribe?: string;
  circularId?: Id<"circular">;
  pace?: QueueMailInput["pace"];
};

const inputOf = async ({ content, ...letter }: Letter): Promise<QueueMailInput> => ({
  ...letter,
  ...(await renderMail(content)),
  locale: content.locale,
});

/** Renders the mail and puts it into the mailbox; the same key a second time does nothing. */
export async function post(letter: Letter): Promise<void> {
  const result = await queueMail({ actor: worker, input: await inputOf(letter) });
  if (!result.ok) throw new Error(`mail not queued: ${result.failure.reason}`);
}

/** The same for many that nobody causes by typing an address: one transaction, so that 5,000 people wait for few. */
export async function postAll(letters: readonly Letter[]): Promise<void> {
  if (letters.length === 0) return;
  const mails: QueueMailInput[] = [];
  for (const letter of letters) mails.push(await inputOf(letter));
  const result = await queueMails({ actor: worker, input: { mails } });
  if (!result.ok) throw new Error(`mails not queued: ${result.failure.reason}`);
}

/** As many mails as are written in one go. */
export const PART = 100;

/** Splits a long list into parts that are written in one go each. */
export const inParts = <Item>(items: readonly Item[]): Item[][] =>
  Array.from({ length: Math.ceil(items.length / PART) }, (_, index) =>
    items.slice(index * PART, (index + 1) * PART),
  );

/** Does one thing after the other and says how many mails that made; what fails is thrown when all others are done. */
export async function sumOfAll(works: readonly (() => Promise<number>)[]): Promise<number> {
  const failures: unknown[] = [];
  let count = 0;
  for (const work of works) {
    try {
      count += await work();
    } catch (error) {
      logger.error({ error }, "mails not written");
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, "mails not written in part");
  return count;
}

export const hostsOf = mailHostsOf;

/** Asks the same about an event once, however many of its mails are written. */
function onceByEvent<Answer>(ask: (eventId: Id<"event">) => Promise<Answer>) {
  const known = new Map<Id<"event">, Promise<Answer>>();
  return (eventId: Id<"event">): Promise<Answer> => {
    const answer = known.get(eventId) ?? ask(eventId);
    known.set(eventId, answer);
    return answer;
  };
}

/** Who stands at the head of an event's mails. */
export const hostsOnce = () => onceByEvent((eventId) => mailHostsOf(eventId));
/** What an event sends, and in whose words. */
export const settingsOnce = () => onceByEvent((eventId) => mailSettingsOf(eventId));
/** Whether an event gives something out when it is over. */
export const materialsOnce = () => onceByEvent((eventId) => givesMaterials(eventId));
