import { describe, expect, it } from "vitest";
import { type Besides, besidesIn, type Listed } from "./week-beside";

const at = (clock: string) => new Date(`2027-03-17T${clock}:00Z`);
type Times = readonly [from: string, until: string];
const timed = (key: string, [from, until]: Times, over = false) => ({
  ...{ key, startsAt: at(from), endsAt: at(until), over },
});
type Who = { personId?: string | null; email?: string };

const event = (
  id: string,
  times: Times,
  { personId = "anna", email = "anna@example.org" }: Who = {},
): Listed => ({
  ...timed(id, times),
  ...{ kind: "event", registration: { personId, email, event: { id, title: id, status: "published" } } },
});
const talk = (name: string, times: Times, of: string, me = "anna"): Listed => ({
  ...timed(name, times),
  ...{ kind: "talk", meeting: { me, partner: { name }, event: { id: of } } },
});

/** „key: clashes | around | within“, so that a case reads as a line. */
function told(entries: readonly Listed[], stage: Parameters<typeof besidesIn>[1] = []): string[] {
  const names = (list: Besides["clashes"]) => list.map(({ title }) => title).join(",");
  const found = besidesIn(entries, stage);
  return entries.flatMap(({ key }) => {
    const one = found.get(key);
    return one ? [`${key}: ${names(one.clashes)} | ${names(one.around)} | ${names(one.within)}`] : [];
  });
}

const conference = event("conference", ["08:00", "16:00"]);
const webinar = event("webinar", ["09:00", "10:00"]);

describe("what takes place at the same time", () => {
  it("clashes when it is short, on both entries", () => {
    expect(told([webinar, event("workshop", ["09:30", "11:00"])])).toEqual([
      "webinar: workshop |  | ",
      "workshop: webinar |  | ",
    ]);
  });

  it("is told without a warning beside a long event, on both entries", () => {
    expect(told([conference, webinar])).toEqual(["conference:  |  | webinar", "webinar:  | conference | "]);
  });

  it("is long from four hours on", () => {
    expect(told([event("half a day", ["08:00", "12:00"]), webinar])[1]).toBe("webinar:  | half a day | ");
    expect(told([event("forum", ["08:00", "11:59"]), webinar])[1]).toBe("webinar: forum |  | ");
  });

  it("clashes when both fill the day", () => {
    expect(told([conference, event("summit", ["10:00", "18:00"])])[0]).toBe("conference: summit |  | ");
  });

  it("is not what only touches, is over, or does not take place", () => {
    expect(told([webinar, event("next", ["10:00", "11:00"])])).toEqual([]);
    expect(told([webinar, { ...event("was", ["09:00", "10:00"]), over: true }])).toEqual([]);
    const off: Listed = {
      ...timed("off", ["09:00", "10:00"]),
      kind: "event",
      registration: {
        ...{ personId: "anna", email: "anna@example.org" },
        event: { id: "off", title: "off", status: "postponed" },
      },
    };
    expect(told([webinar, off])).toEqual([]);
  });
});

describe("talks", () => {
  const forum = event("forum", ["09:00", "11:00"]);

  it("are part of their own event, and clash with another one on both entries", () => {
    const mine = talk("Ben", ["09:20", "09:40"], "forum");
    expect(told([forum, mine])).toEqual([]);
    expect(told([forum, webinar, mine])).toEqual([
      "forum: webinar |  | ",
      "webinar: forum,Ben |  | ",
      "Ben: webinar |  | ",
    ]);
  });

  it("clash with each other, of one event or of two", () => {
    const both = [talk("Ben", ["09:20", "09:40"], "forum"), talk("Cem", ["09:30", "09:50"], "forum")];
    expect(told(both)).toEqual(["Ben: Cem |  | ", "Cem: Ben |  | "]);
    expect(
      told([talk("Ben", ["09:20", "09:40"], "forum"), talk("Dana", ["09:30", "09:50"], "other")]),
    ).toEqual(["Ben: Dana |  | ", "Dana: Ben |  | "]);
  });

  it("of one event are only told beside a conference that somebody is at", () => {
    expect(told([conference, talk("Ben", ["09:20", "09:40"], "forum")])).toEqual([
      "conference:  |  | Ben",
      "Ben:  | conference | ",
    ]);
  });

  it("clash with what the same person says on the event's own stage; the event itself does not", () => {
    const speech = {
      ...{ sessionId: "ses_1", personId: "anna", eventId: "forum", title: "Impuls" },
      ...{ startsAt: at("09:30"), endsAt: at("10:00") },
    } as const;
    expect(told([forum, talk("Ben", ["09:20", "09:40"], "forum")], [speech])).toEqual(["Ben: Impuls |  | "]);
  });
});

describe("whose entries they are", () => {
  it("never sets two people's links in one browser against each other", () => {
    const ben = { personId: "ben", email: "ben@example.org" };
    expect(told([webinar, event("workshop", ["09:30", "11:00"], ben)])).toEqual([]);
    expect(told([webinar, talk("Cem", ["09:20", "09:40"], "forum", "ben")])).toEqual([]);
  });

  it("knows an address again that is proven at one event only", () => {
    const unproven = event("workshop", ["09:30", "11:00"], { personId: null });
    expect(told([webinar, unproven])).toHaveLength(2);
    expect(told([webinar, unproven, talk("Cem", ["09:20", "09:40"], "forum")])[1]).toBe(
      "workshop: webinar,Cem |  | ",
    );
  });
});
