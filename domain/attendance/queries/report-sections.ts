import "server-only";
import { averageOf } from "@/domain/interaction/rules/polls";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { formatClock, formatMoment } from "@/lib/time/format";
import type { EventReport } from "./report";

/** One number with its name; `count` where lines of a section can be compared, so that a bar can stand beside it. */
type ReportLine = { id: string; label: string; value: string | number; count?: number };
export type ReportSection = { id: string; title: string; note?: string; lines: ReportLine[] };

type Poll = EventReport["polls"][number];
const counted = (id: string, label: string, count: number): ReportLine => ({
  ...{ id, label, count },
  value: count,
});

function presenceLines({ came, stayed, curve, held, about }: EventReport, locale: Locale): ReportLine[] {
  const say = translator(locale, "report");
  const moment = (at: Date) => formatMoment({ at, zone: about.timeZone, locale });
  const said: [keyof typeof labels, string | number | null | undefined][] = [
    ["opened", held.openedAt && moment(held.openedAt)],
    ["ended", held.endedAt && moment(held.endedAt)],
    ["came", came && came.door + came.online],
    ["door", came?.door],
    ["online", came?.online],
    ["people", stayed?.people],
    ["peak", stayed?.peak],
    ["peakAt", curve && curve.peak.count > 0 ? moment(new Date(curve.peak.at)) : null],
    ["mean", stayed?.mean],
    ["median", stayed?.median],
  ];
  const labels = {
    ...{ opened: say("presence.opened"), ended: say("presence.ended"), came: say("presence.came") },
    ...{ door: say("presence.door"), online: say("presence.online"), people: say("presence.people") },
    ...{ peak: say("presence.peak"), peakAt: say("presence.peakAt") },
    ...{ mean: say("presence.mean"), median: say("presence.median") },
  };
  return said.flatMap(([id, value]) =>
    value === null || value === undefined ? [] : [{ id, label: labels[id], value }],
  );
}

function lengthLines({ stayed }: EventReport, locale: Locale): ReportLine[] {
  const say = translator(locale, "report");
  const all = stayed?.lengths ?? [];
  return all.map(({ from, count }, place) => {
    const to = all[place + 1]?.from;
    return counted(`${from}`, say("length", { from: `${from}`, to: to ? `${to}` : "none" }), count);
  });
}

function curveLines({ curve, about }: EventReport, locale: Locale): ReportLine[] {
  if (!curve || curve.peak.count === 0) return [];
  const clock = (at: number) => formatClock({ at: new Date(at), zone: about.timeZone, locale });
  return curve.points.map(({ at, count }) => counted(`${at}`, clock(at), count));
}

function speakingLines({ speaking }: EventReport, locale: Locale): ReportLine[] {
  const say = translator(locale, "report");
  const all = speaking.reduce((sum, { seconds }) => sum + seconds, 0);
  if (all === 0) return [];
  return speaking.map(({ role, seconds }) => ({
    ...{ id: role, label: say(`roles.${role}`), count: seconds },
    value: `${Math.round((seconds / all) * 100)} %`,
  }));
}

function pollSection(poll: Poll, number: number, locale: Locale): ReportSection {
  const { kind, options, result } = poll;
  const say = translator(locale, "report");
  const average = kind === "rating" ? averageOf(result.counts) : null;
  const lines =
    kind === "words"
      ? result.words.map(({ word, count }) => counted(word, word, count))
      : result.counts.map((count, place) =>
          counted(`${place}`, kind === "rating" ? `${place + 1}` : (options[place] ?? ""), count),
        );
  const note =
    average === null
      ? say("poll", { count: result.people })
      : say("pollAverage", { count: result.people, average: average.toLocaleString(locale) });
  return { id: `poll-${number}`, title: poll.question, note, lines };
}

function feedbackSections({ feedback }: EventReport, locale: Locale): ReportSection[] {
  const say = translator(locale, "report");
  const title = say("sections.feedback");
  const people = counted("people", say("feedback.people"), feedback.people);
  if (feedback.people === 0) return [];
  if (!feedback.told)
    return [{ id: "feedback", title, note: say("feedback.few"), lines: [{ ...people, count: undefined }] }];
  const { counts, mean, notes } = feedback.told;
  const steps = (["1", "2", "3", "4", "5"] as const).map((step, place) =>
    counted(step, say(`feedback.scores.${step}`), counts[place] ?? 0),
  );
  const note = `${say("feedback.people")}: ${feedback.people}. ${say("feedback.mean")}: ${say("feedback.meanOf", { mean: mean.toLocaleString(locale) })}.`;
  const written = notes.map((text, place) => ({ id: `note-${place}`, label: text, value: "" }));
  return [
    { id: "feedback", title, note, lines: steps.toReversed() },
    { id: "notes", title: say("sections.notes"), lines: written },
  ];
}

function registeredSections({ registered, networks }: EventReport, locale: Locale): ReportSection[] {
  const say = translator(locale, "report");
  const people = translator(locale, "organizer");
  return [
    {
      ...{ id: "states", title: say("sections.states") },
      lines: registered.states.map(({ value, count }) => counted(value, people(`people.${value}`), count)),
    },
    {
      ...{ id: "seats", title: say("sections.seats") },
      lines: registered.seats.map(({ value, count }) => counted(value, people(`people.${value}`), count)),
    },
    {
      ...{ id: "networks", title: say("sections.networks"), note: say("networksNote") },
      lines: networks.map(({ id, name, count }) => counted(id, name, count)),
    },
  ];
}

function takingLines({ taking }: EventReport, locale: Locale): ReportLine[] {
  const say = translator(locale, "report");
  const keys = ["messages", "hands", "questions", "votes", "polls", "ballots"] as const;
  return keys.map((key) => ({ id: key, label: say(`taking.${key}`), value: taking[key] }));
}

function questionLines({ questions }: EventReport): ReportLine[] {
  return questions.map(({ text, votes }, place) => counted(`question-${place}`, text, votes));
}

function talkLines({ talks }: EventReport, locale: Locale): ReportLine[] {
  const say = translator(locale, "report");
  const keys = ["requested", "talks", "held", "minutes", "noShows"] as const;
  return talks ? keys.map((key) => ({ id: key, label: say(`talks.${key}`), value: talks[key] })) : [];
}

/**
 * The report in words, section by section: what its page, the file and the paper show alike. A section of which there is
 * nothing to say is left out.
 */
export function reportSections(report: EventReport, locale: Locale): ReportSection[] {
  const say = translator(locale, "report");
  const presenceNote = report.stayed ? {} : { note: say("presenceNote") };
  const sections: ReportSection[] = [
    {
      ...{ id: "presence", title: say("sections.presence"), ...presenceNote },
      lines: presenceLines(report, locale),
    },
    { id: "curve", title: say("sections.curve"), lines: curveLines(report, locale) },
    { id: "lengths", title: say("sections.lengths"), lines: lengthLines(report, locale) },
    ...registeredSections(report, locale),
    {
      ...{ id: "taking", title: say("sections.taking"), note: say("takingNote") },
      lines: takingLines(report, locale),
    },
    {
      ...{ id: "speaking", title: say("sections.speaking"), note: say("speakingNote") },
      lines: speakingLines(report, locale),
    },
    {
      ...{ id: "questions", title: say("sections.questions"), note: say("questionsNote") },
      lines: questionLines(report),
    },
    ...report.polls.map((poll, place) => pollSection(poll, place + 1, locale)),
    ...feedbackSections(report, locale),
    { id: "talks", title: say("sections.talks"), lines: talkLines(report, locale) },
  ];
  return sections.filter(({ lines }) => lines.length > 0);
}
