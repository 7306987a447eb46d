import type { MailContent } from "@/components/mails/content";
import { senderOf } from "@/components/mails/frame";
import { talkCalendarEntry } from "@/domain/calendar/queries";
import type { StoredFact } from "@/domain/kernel/outbox";
import { publishedFact } from "@/domain/matchmaking/events";
import type { Correspondent, TalkCorrespondence } from "@/domain/matchmaking/queries/correspondence";
import { planMailOf } from "@/domain/matchmaking/queries/engagements";
import {
  isOfPlanSince,
  lastVersion,
  type PlanLetter,
  planLetters,
} from "@/domain/matchmaking/queries/plan-letters";
import { dropMails } from "@/domain/notifications/commands/drop-mails";
import { newsMails } from "@/domain/notifications/queries/news";
import { translator } from "@/lib/i18n/translator";
import { writeCalendar } from "@/lib/ics/calendar";
import type { Id } from "@/lib/ids";
import { safeName } from "@/lib/mail/plain";
import { now } from "@/lib/time/clock";
import { formatSpan } from "@/lib/time/format";
import { registrationLink } from "@/lib/tokens";
import { hostsOf, inParts, type Letter, legalLinks, postAll, worker } from "./parts";
import { companyText, paceOf, talkFoot } from "./talk-words";

/** When, with whom and where, one line a talk. */
function linesOf({ me, event, talks }: PlanLetter): string[] {
  const t = translator(me.locale, "mails");
  return talks.map(({ talk, partner }) => {
    const { startsAt, endsAt, tableNumber, place } = talk.meeting;
    const when = formatSpan({ locale: me.locale, zone: event.timeZone, startsAt, endsAt });
    const line = { when, partner: companyText(talk, { me, partner }) };
    if (tableNumber === null) return t("planPublished.line", line);
    const where = t(place === "table" ? "talk.table" : "talk.mixed", { number: String(tableNumber) });
    return t("planPublished.lineAt", { ...line, where });
  });
}

async function contentOf(
  letter: PlanLetter,
  hosts: Awaited<ReturnType<typeof hostsOf>>,
): Promise<MailContent> {
  const { me, event, talks } = letter;
  const { locale } = me;
  const t = translator(locale, "mails");
  const count = talks.length;
  const to = await registrationLink(me.registrationId, { next: "plan" });
  return {
    locale,
    subject: t("planPublished.subject", { title: event.title }),
    sender: senderOf(locale, hosts),
    heading: t("planPublished.heading", { count }),
    paragraphs: [
      t("greeting", { name: safeName(me.name) }),
      t("planPublished.intro", { count, title: event.title }),
    ],
    box: {
      title: event.title,
      lines: linesOf(letter),
      buttons: [{ label: t("planPublished.button"), href: to }],
      note: t("talk.duration"),
    },
    rows: [{ lead: t("calendar.lead"), text: t("planPublished.attached", { count }) }],
    foot: await talkFoot(me, hosts.contactEmail),
    legal: legalLinks(locale),
  };
}

/** One appointment is an invitation; a file of several is one to take in, because an invitation is about one alone (RFC 5546). */
function calendarOf({ me, talks }: PlanLetter): Letter["calendar"] {
  const method = talks.length === 1 ? ("REQUEST" as const) : ("PUBLISH" as const);
  const entries = talks.map(({ talk, partner }) => talkCalendarEntry(talk, { me, partner }));
  return { method, ics: writeCalendar({ method, stamp: now(), entries }) };
}

/** What somebody was sent about plans: the version they know, and from which on the mail tells that waits. */
type Heard = { told: number; waits: number | undefined; versions: readonly number[] };

const NOTHING: Heard = { told: 0, waits: undefined, versions: [] };

const versionOf = (dedupeKey: string): number => Number(dedupeKey.split(":")[2]);

/**
 * What people have heard of plans, by what their mails are about. A mail that was replaced before it went out has told nothing:
 * whatever waits tells that as well.
 */
async function heardIn(eventId: Id<"event">, subjectId?: string): Promise<ReadonlyMap<string, Heard>> {
  const rows = await newsMails(eventId, "plan.published", subjectId === undefined ? {} : { subjectId });
  return new Map(
    [...Map.groupBy(rows, (row) => row.subjectId)].map(([about, mails]) => {
      const told = Math.max(
        0,
        ...mails.flatMap((one) => (one.state === "told" ? versionOf(one.dedupeKey) : [])),
      );
      const waits = mails.some(({ state }) => state === "waits");
      const versions = mails.map((one) => versionOf(one.dedupeKey)).sort((one, other) => one - other);
      const since = versions.find((version) => version > told);
      return [about, { told, waits: waits ? since : undefined, versions }];
    }),
  );
}

type Writing = { eventId: Id<"event">; version: number; from: number; key: string };

/** Writes to those who have to hear of talks of a plan, and takes back what waits for whom nothing is left to tell. */
async function writeLetters(
  { eventId, version, key, from }: Writing,
  isUntold: (subjectId: string, version: number) => boolean,
  stale: readonly string[],
): Promise<void> {
  const of = (registrationId: Id<"registration">, made: number) => isUntold(planMailOf(registrationId), made);
  const letters = await planLetters(eventId, { from, of });
  const told = new Set(letters.map(({ me }) => planMailOf(me.registrationId)));
  await dropMails({ actor: worker, input: { eventId, subjectIds: stale.filter((id) => !told.has(id)) } });
  if (letters.length === 0) return;
  const hosts = await hostsOf(eventId);
  for (const part of inParts(letters))
    await postAll(
      await Promise.all(
        part.map(async (letter): Promise<Letter> => {
          const calendar = calendarOf(letter);
          return {
            dedupeKey: `plan.published:${eventId}:${version}:${letter.me.personId}${key}`,
            kind: "plan.published",
            subjectId: planMailOf(letter.me.registrationId),
            to: { name: letter.me.name, email: letter.me.email },
            eventId,
            content: await contentOf(letter, hosts),
            pace: paceOf(
              letter.talks.map(({ talk }) => talk.meeting.startsAt),
              now(),
            ),
            ...(calendar ? { calendar } : {}),
          };
        }),
      ),
    );
}

/**
 * Subscriber: one mail for each person with all the talks that a plan gives them anew. Whose last one has not gone out yet gets
 * one about both.
 */
export async function mailPlan(fact: StoredFact): Promise<void> {
  const { eventId, version } = publishedFact.parse(fact.payload);
  const heard = await heardIn(eventId);
  const isUntold = (subjectId: string, made: number) => {
    const { told, waits, versions } = heard.get(subjectId) ?? NOTHING;
    if (told < version) return made >= Math.min(version, waits ?? version);
    // A later plan was quicker: this one is told alone, if it was not.
    return made === version && !versions.includes(version);
  };
  const waiting = [...heard].flatMap(([subjectId, { waits }]) =>
    waits === undefined ? [] : { subjectId, waits },
  );
  const from = Math.min(version, ...waiting.map(({ waits }) => waits));
  const stale = waiting.map(({ subjectId }) => subjectId);
  await writeLetters({ eventId, version, from, key: "" }, isUntold, stale);
}

/**
 * Whether somebody has not heard of this talk yet, because the mail about their plan waits: then it says what is true now, and
 * nothing of what was before. `key` names the fact.
 */
export async function isToldInPlan(
  { meeting }: TalkCorrespondence,
  { registrationId }: Correspondent,
  key: string,
): Promise<boolean> {
  const { eventId } = meeting;
  const subjectId = planMailOf(registrationId);
  const since = (await heardIn(eventId, subjectId)).get(subjectId)?.waits;
  if (since === undefined || !(await isOfPlanSince(meeting, since))) return false;
  const version = (await lastVersion(eventId)) ?? since;
  const isUntold = (one: string, made: number) => one === subjectId && made >= since;
  await writeLetters({ eventId, version, from: since, key: `:${key}` }, isUntold, [subjectId]);
  return true;
}
