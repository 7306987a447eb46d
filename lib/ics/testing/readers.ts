import ICAL from "ical.js";
import { convertIcsCalendar, getEventEnd } from "ts-ics";

/** What a calendar program understands of one entry; every reader answers in this form. */
export type ReadEntry = {
  uid: string;
  sequence: number;
  status: string;
  summary: string;
  startsAt: string;
  endsAt: string;
};
export type ReadFile = { method: string; entries: ReadEntry[] };
export type Reader = (text: string) => ReadFile;

/** Reads by the rules of the file's own VTIMEZONE. */
export const icalJs: Reader = (text) => {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const entries = calendar.getAllSubcomponents("vevent").map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      sequence: event.sequence,
      status: String(component.getFirstPropertyValue("status")),
      summary: event.summary,
      startsAt: event.startDate.toJSDate().toISOString(),
      endsAt: event.endDate.toJSDate().toISOString(),
    };
  });
  return { method: String(calendar.getFirstPropertyValue("method")), entries };
};

export const tsIcs: Reader = (text) => {
  const calendar = convertIcsCalendar(undefined, text);
  const entries = (calendar.events ?? []).map((event) => ({
    uid: event.uid,
    sequence: event.sequence ?? 0,
    status: event.status ?? "",
    summary: event.summary,
    startsAt: event.start.date.toISOString(),
    endsAt: getEventEnd(event).toISOString(),
  }));
  return { method: calendar.method ?? "", entries };
};

/** What a program's calendar holds by UID: PUBLISH and REQUEST put or replace, CANCEL takes out, older ones do nothing. */
export class CalendarProgram {
  private readonly held = new Map<string, ReadEntry>();
  private readonly seen = new Map<string, number>();

  receive({ method, entries }: ReadFile): void {
    for (const entry of entries) {
      if (entry.sequence < (this.seen.get(entry.uid) ?? 0)) continue;
      this.seen.set(entry.uid, entry.sequence);
      if (method === "CANCEL" || entry.status === "CANCELLED") this.held.delete(entry.uid);
      else this.held.set(entry.uid, entry);
    }
  }

  /** Where the entry stands; undefined when the calendar does not hold it. */
  startOf(uid: string): string | undefined {
    return this.held.get(uid)?.startsAt;
  }
}
