import { describe, expect, it } from "vitest";
import { builtInRows, taxonomyOf } from "@/domain/board/rules";
import { demoPersonas } from "@/domain/people/labels";
import { topicIds } from "@/domain/programme/labels";
import { clusterWeek } from "./cluster-week";
import { DAY, MINUTE } from "./timetable";

const now = new Date("2026-11-12T09:25:00Z");
const names = () => {
  let count = 0;
  return () => `r${++count}`;
};
const week = clusterWeek(now, names());
const event = (slug: string) => {
  const found = week.events.find((row) => row.slug === slug);
  if (!found) throw new Error(`no event ${slug}`);
  return found;
};
const guests = (slug: string) => week.registrations.filter((row) => row.eventId === event(slug).id);

describe("the cluster week", () => {
  it("is the same for the same instant", () => {
    expect(clusterWeek(now, names())).toEqual(week);
  });

  it("has 19 networks, 13 events of every kind and 520 people", () => {
    expect(week.networks).toHaveLength(19);
    expect(week.events).toHaveLength(13);
    expect(week.people).toHaveLength(520);
    expect(new Set(week.events.map((row) => row.kind)).size).toBe(6);
    expect(
      new Set(week.networkMembers.filter((row) => row.role === "network_admin").map((row) => row.networkId))
        .size,
    ).toBe(19);
  });

  it("uses only addresses that belong to nobody, each once", () => {
    const emails = week.people.map((row) => row.email);
    expect(new Set(emails).size).toBe(emails.length);
    expect(emails.filter((email) => !/^[a-z.-]+@example\.(org|com|net)$/.test(email))).toEqual([]);
  });

  it("files events and listings under tags that exist", () => {
    const topics: readonly string[] = topicIds;
    expect(week.events.flatMap((row) => row.topics ?? []).filter((topic) => !topics.includes(topic))).toEqual(
      [],
    );
    const { resolve } = taxonomyOf(builtInRows());
    const named = [...week.listings.map(({ tag }) => tag), ...week.entries.flatMap(({ tags }) => tags)];
    expect(named.filter((tag) => resolve(tag) === undefined)).toEqual([]);
    expect(new Set(week.listings.map((row) => row.personId)).size).toBe(520);
    expect(week.listings.filter((row) => (row.text ?? "").length > 140)).toEqual([]);
  });
});

describe("at whatever hour the demo starts", () => {
  const hours = Array.from({ length: 16 }, (_, index) => new Date(now.getTime() + index * 97 * MINUTE));
  it.each(hours.map((hour) => [hour.toISOString(), hour] as const))(
    "%s: live now, and something ahead",
    (_, hour) => {
      const { events, liveSessions, rooms } = clusterWeek(hour, names());
      const live = events.filter((row) => row.status === "live");
      expect(live.map((row) => row.kind).sort()).toEqual(["matchmaking", "webinar", "workshop"]);
      for (const row of live) {
        expect(row.startsAt.getTime()).toBeLessThan(hour.getTime() - 15 * MINUTE);
        expect(row.endsAt.getTime()).toBeGreaterThan(hour.getTime() + 60 * MINUTE);
        const session = liveSessions.find(({ eventId }) => eventId === row.id);
        expect(session?.endedAt).toBeNull();
        expect(rooms.some(({ liveSessionId, closedAt }) => liveSessionId === session?.id && !closedAt)).toBe(
          true,
        );
      }
      const next = events.filter((row) => row.status === "published").map((row) => row.startsAt.getTime());
      expect(Math.min(...next) - hour.getTime()).toBeGreaterThan(20 * MINUTE);
      expect(Math.min(...next) - hour.getTime()).toBeLessThan(40 * MINUTE);
      expect(events.filter((row) => row.status === "ended")).toHaveLength(3);
      expect(events.every((row) => row.startsAt.getTime() % (15 * MINUTE) === 0)).toBe(true);
    },
  );

  it("moves by whole days when a whole day has passed", () => {
    const next = clusterWeek(new Date(now.getTime() + DAY), names());
    const moved = next.events.map(
      (row, index) => row.startsAt.getTime() - (week.events[index]?.startsAt.getTime() ?? 0),
    );
    expect(new Set(moved)).toEqual(new Set([DAY]));
  });
});

describe("registrations", () => {
  it("never exceed the seats, and each seat plan counts its rows", () => {
    for (const plan of week.seatPlans) {
      const rows = week.registrations.filter((row) => row.eventId === plan.eventId);
      const count = (status: string, attendance = "online") =>
        rows.filter((row) => row.status === status && row.attendance === attendance).length;
      expect(plan).toMatchObject({ confirmed: count("confirmed"), waiting: count("waiting") });
      expect(plan).toMatchObject({ onsiteConfirmed: count("confirmed", "onsite"), onsiteWaiting: 0 });
      expect(count("confirmed", "onsite")).toBeLessThanOrEqual(plan.onsiteCapacity ?? 0);
      expect(plan.nextPlace).toBe(Math.max(0, ...rows.map((row) => row.place)) + 1);
      if (plan.capacity) expect(count("confirmed")).toBeLessThanOrEqual(plan.capacity);
    }
  });

  it("let nobody wait while a seat is free, nor overtake", () => {
    const waiting = guests("regionale-lieferketten-sichtbar-machen").filter(
      (row) => row.status === "waiting",
    );
    const seated = guests("regionale-lieferketten-sichtbar-machen").filter(
      (row) => row.status === "confirmed",
    );
    expect(waiting).toHaveLength(7);
    expect(Math.min(...waiting.map((row) => row.place))).toBeGreaterThan(
      Math.max(...seated.map((row) => row.place)),
    );
  });

  it("give the persona a seat where she is expected", () => {
    const anna = (slug: string) => guests(slug).find((row) => row.email === demoPersonas.participant.email);
    for (const slug of ["schwingungen-verstehen", "angebote-treffen-gesuche", "befunde-in-einer-stunde"]) {
      expect(anna(slug)).toMatchObject({ status: "confirmed", talksOptIn: true });
      expect(anna(slug)?.personId).toBeTruthy();
    }
  });

  it("keep members-only events to members of the network named with them", () => {
    const { networkId } = event("prompt-pruefung-protokoll");
    const members = week.networkMembers
      .filter((row) => row.networkId === networkId)
      .map((row) => row.personId);
    const strangers = guests("prompt-pruefung-protokoll").filter(
      (row) => !row.personId || !members.includes(row.personId),
    );
    expect(strangers).toEqual([]);
  });
});

describe("agenda and talks", () => {
  it("run one agenda item after the other, from start to end", () => {
    for (const row of week.events) {
      const items = week.sessions.filter((item) => item.eventId === row.id);
      expect(items[0]?.startsAt).toEqual(row.startsAt);
      expect(items.at(-1)?.endsAt).toEqual(row.endsAt);
      expect(items.slice(1).map((item) => item.startsAt)).toEqual(
        items.slice(0, -1).map((item) => item.endsAt),
      );
    }
  });

  it("give talks a window inside their event, and in the conference the lunch break", () => {
    for (const window of week.talkWindows) {
      const host = week.events.find((row) => row.id === window.eventId);
      expect(window.startsAt.getTime()).toBeGreaterThanOrEqual(
        host?.startsAt.getTime() ?? Number.POSITIVE_INFINITY,
      );
      expect(window.endsAt.getTime()).toBeLessThanOrEqual(host?.endsAt.getTime() ?? 0);
    }
    const lunch = week.sessions.find((item) => item.title === "Mittagspause");
    expect(week.talkWindows).toContainEqual(
      expect.objectContaining({ startsAt: lunch?.startsAt, endsAt: lunch?.endsAt }),
    );
  });

  it("never have anybody in two talks at once", () => {
    const seen = week.meetingPeople.map(({ personId, during }) => `${personId} ${during}`);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it("have past ones with outcomes, coming ones with rooms, and requests that wait for the persona", () => {
    const past = week.meetings.filter((row) => row.endsAt < now);
    const outcomes = week.meetingPeople.filter((row) => past.some(({ id }) => id === row.meetingId));
    expect(past.length).toBeGreaterThan(10);
    expect(outcomes.every((row) => row.outcome)).toBe(true);
    expect(week.meetings.filter((row) => row.startsAt > now).length).toBeGreaterThan(20);
    expect(week.rounds).toHaveLength(week.meetings.length);
    expect(week.assignments).toHaveLength(week.meetings.length * 2);
    const anna = week.people.find((row) => row.email === demoPersonas.participant.email);
    const open = week.meetingRequests.filter(
      (row) => row.status === "requested" && row.toPersonId === anna?.id,
    );
    expect(open).toHaveLength(2);
    expect(open.every((row) => row.expiresAt > now)).toBe(true);
  });
});
