import type { TalkEvidence, TalkMail } from "../../talks/evidence";
import { linesOf, type TalkLine } from "./history";

/** One entry of a mail's calendar file. `start` is as the file says it, in the time of Berlin. */
type Entry = { uid: string; sequence: number; start: string; isGone: boolean; method: string };

const lineIn = (text: string, name: string) =>
  new RegExp(`^${name}[;:](?:.*:)?(.*)$`, "m").exec(text)?.[1] ?? "";

/** The entries of a calendar file; long lines are folded, which the few that are looked at may be. */
function entriesIn(ics: string): Entry[] {
  const text = ics.replace(/\r\n/g, "\n").replace(/\n[ \t]/g, "");
  const method = lineIn(text, "METHOD");
  return text
    .split("BEGIN:VEVENT")
    .slice(1)
    .map((entry) => ({
      ...{ uid: lineIn(entry, "UID"), start: lineIn(entry, "DTSTART"), method },
      sequence: Number(lineIn(entry, "SEQUENCE") || "NaN"),
      isGone: lineIn(entry, "STATUS") === "CANCELLED",
    }));
}

const inBerlin = new Intl.DateTimeFormat("sv-SE", {
  ...{ timeZone: "Europe/Berlin", dateStyle: "short", timeStyle: "medium" },
});
/** An instant as a calendar file says it there: `20261203T091500`. */
export const stampOf = (at: number): string => inBerlin.format(at).replace(/[-:]/g, "").replace(" ", "T");

type Sent = { mail: TalkMail; entry: Entry };

/** What a mail of the k-th change says: at least as new as that change, and with the time that its number stands for. */
function entryProblems({ meeting, facts, starts }: TalkLine, { mail, entry }: Sent): string[] {
  const name = `the calendar in ${mail.dedupeKey}`;
  const change = facts.findIndex(({ id }) => mail.dedupeKey.endsWith(id));
  const at = starts[entry.sequence];
  const isEnd = facts[entry.sequence]?.kind === "meeting.cancelled";
  return [
    ...(entry.sequence >= Math.max(0, change) && entry.sequence <= meeting.sequence
      ? []
      : [`${name} has sequence ${entry.sequence} for change ${change} of ${meeting.sequence}`]),
    ...(at === undefined || entry.start === stampOf(at)
      ? []
      : [`${name} says ${entry.start}, not ${stampOf(at)}`]),
    ...(entry.isGone === isEnd && (entry.method === "CANCEL") === isEnd
      ? []
      : [`${name} says ${entry.method}, and the talk is ${isEnd ? "off" : "on"} there`]),
  ];
}

/** The newest that somebody got is how the talk stands: else a talk would stand in a calendar at another time, or for ever. */
function lastProblems({ meeting }: TalkLine, to: string, sent: readonly Sent[]): string[] {
  const newest = sent
    .filter(({ mail }) => mail.state !== "dropped")
    .toSorted((one, other) => one.entry.sequence - other.entry.sequence)
    .at(-1)?.entry;
  const name = `the calendar of ${to} for ${meeting.id}`;
  const isOff = meeting.status === "cancelled";
  // Of a planned talk that came and went while the mail about the plan waited, nobody has an entry.
  if (!newest) return isOff && meeting.isPlanned ? [] : [`${name} has no entry`];
  return newest.sequence === meeting.sequence &&
    newest.start === stampOf(meeting.startsAt) &&
    newest.isGone === isOff
    ? []
    : [`${name} ends with ${newest.sequence}, ${newest.start}${newest.isGone ? ", off" : ""}`];
}

/** Which talk an entry is about. */
const talkOf = ({ entry }: Sent): string => entry.uid.split("@")[0] ?? "";

function talkProblems({ people }: TalkEvidence, line: TalkLine, sent: readonly Sent[]): string[] {
  const { meeting } = line;
  const uids = new Set(sent.map(({ entry }) => entry.uid));
  const emails = people
    .filter(({ personId }) => meeting.people.some((seat) => seat.personId === personId))
    .map(({ email }) => email);
  return [
    ...(uids.size > 1 ? [`${meeting.id} has ${uids.size} names in calendars`] : []),
    ...sent.flatMap((one) => entryProblems(line, one)),
    ...sent.flatMap(({ mail }) =>
      emails.includes(mail.to) ? [] : [`${mail.to} got an entry of ${meeting.id}`],
    ),
    ...emails.flatMap((to) =>
      lastProblems(
        line,
        to,
        sent.filter(({ mail }) => mail.to === to),
      ),
    ),
  ];
}

/** Mails that have to bring an entry along. */
const NEEDED = /^(?:meeting\.(?:accepted|moved|cancelled)|plan\.published):/;

/** I7 in calendars: one name for life, a number that grows with each change, and an end for what is off. */
export function judgeCalendars({ talks }: { talks: TalkEvidence }): string[] {
  const { mails, meetings } = talks;
  const sent = mails.flatMap((mail) => entriesIn(mail.ics).map((entry): Sent => ({ mail, entry })));
  const byTalk = Map.groupBy(sent, talkOf);
  const bringing = new Set(sent.map(({ mail }) => mail));
  const known = new Set(meetings.map(({ id }) => id));
  return [
    ...linesOf(talks).flatMap((line) => talkProblems(talks, line, byTalk.get(line.meeting.id) ?? [])),
    ...mails.flatMap((mail) =>
      NEEDED.test(mail.dedupeKey) && !bringing.has(mail)
        ? [`the mail ${mail.dedupeKey} brings no calendar`]
        : [],
    ),
    ...sent.flatMap((one) =>
      one.entry.uid.startsWith("mtg_") && !known.has(talkOf(one))
        ? [`the mail ${one.mail.dedupeKey} brings ${one.entry.uid}, which is no talk`]
        : [],
    ),
  ];
}
