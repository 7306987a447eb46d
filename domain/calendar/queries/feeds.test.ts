import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { create } from "xmlbuilder2";
import { db } from "@/db/client";
import { events } from "@/db/schema/programme";
import { aNetwork, anEvent } from "@/db/testing/makers";
import { MOST_LISTED } from "@/domain/programme/queries";
import { calendarText, feedText } from "./feeds";
import { publicList } from "./public-lists";
import { scheduleText } from "./schedule";
import { siteMap } from "./site-map";

async function aProgramme() {
  const network = await aNetwork();
  const days = (count: number) => new Date(Date.now() + count * 86_400_000);
  const shown = await anEvent({ network, title: "Offen & <frei>", publishedAt: days(-2) });
  const newer = await anEvent({ network, title: "Neuer angekündigt", publishedAt: days(-1) });
  const gone = await anEvent({
    network,
    title: "Abgesagt worden",
    status: "cancelled",
    publishedAt: days(-3),
  });
  const hidden = [
    await anEvent({ network, title: "Nur für Mitglieder", membersOnly: true }),
    await anEvent({ network, title: "Noch ein Entwurf", status: "draft" }),
    await anEvent({ network, title: "Lange her", status: "ended", startsAt: days(-33), endsAt: days(-32) }),
  ];
  return { network, shown, newer, gone, hidden, scope: { of: "network", slug: network.slug } as const };
}

describe("lists of events for programs", () => {
  it("Atom and RSS are readable XML, newest announcement first, and hold public events alone", async () => {
    const { scope, newer, hidden } = await aProgramme();
    const atom = (await feedText(scope, "atom", { locale: "de" })) ?? "";
    expect(create(atom).end({ format: "object" })).toMatchObject({
      feed: { entry: [{ title: { $: newer.title } }, { title: { $: "Offen &amp; &lt;frei&gt;" } }, {}] },
    });
    const rss = (await feedText(scope, "rss", { locale: "de" })) ?? "";
    expect(create(rss).end({ format: "object" })).toMatchObject({ rss: { channel: { language: "de" } } });
    for (const { title } of hidden) expect(atom + rss).not.toContain(title);
  });

  it("a new time or a cancellation is an update of what was announced, and keeps its place", async () => {
    const network = await aNetwork();
    const scope = { of: "network", slug: network.slug } as const;
    const [first, second, third] = ["2026-11-10", "2026-11-11", "2026-11-20"].map(
      (day) => new Date(`${day}T08:00:00Z`),
    );
    await anEvent({ network, publishedAt: first, calendarChangedAt: third });
    await anEvent({ network, publishedAt: second, calendarChangedAt: first });
    const atom = (await feedText(scope, "atom", { locale: "de" })) ?? "";
    expect(create(atom).end({ format: "object" })).toMatchObject({
      feed: {
        updated: third?.toISOString(),
        entry: [
          { updated: second?.toISOString(), published: second?.toISOString() },
          { updated: third?.toISOString(), published: first?.toISOString() },
        ],
      },
    });
  });

  it("JSON links to pages in its language and says what was called off", async () => {
    const { scope, newer, gone } = await aProgramme();
    const feed = JSON.parse((await feedText(scope, "json", { locale: "en" })) ?? "{}");
    expect(feed.items.map(({ title }: { title: string }) => title)).toContain(`Cancelled: ${gone.title}`);
    expect(feed.items[0].url).toMatch(new RegExp(`/en/e/${newer.slug}$`));
  });

  it("the calendar has each event once, with the UID of its own file, and cancelled ones as such", async () => {
    const { scope, shown, gone, hidden } = await aProgramme();
    const text = (await calendarText(scope, { locale: "de" })) ?? "";
    const entries = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent");
    const uids = entries.map((entry) => entry.getFirstPropertyValue("uid"));
    expect(uids).toHaveLength(3);
    expect(uids).toContain(`${shown.id}@localhost`);
    const cancelled = entries.find((entry) => entry.getFirstPropertyValue("uid") === `${gone.id}@localhost`);
    expect(cancelled?.getFirstPropertyValue("status")).toBe("CANCELLED");
    expect(text).not.toContain("ATTENDEE");
    for (const { title } of hidden) expect(text).not.toContain(title);
  });

  it("what was over lately takes no place of what is ahead, however much it was", async () => {
    const network = await aNetwork();
    const at = (count: number) => new Date(Date.now() + count * 86_400_000);
    const row = {
      ...{ networkId: network.id, kind: "webinar" as const, mode: "stage" as const, title: "Vorbei" },
      status: "ended" as const,
    };
    const over = Array.from({ length: 2 * MOST_LISTED }, (_, n) => ({
      ...row,
      slug: `vorbei-${network.slug}-${n}`,
      startsAt: at(-2 - n / 100),
      endsAt: at(-1.9 - n / 100),
    }));
    await db().insert(events).values(over);
    const next = await anEvent({ network, title: "Kommt noch", startsAt: at(1) });
    const list = await publicList({ of: "network", slug: network.slug }, { locale: "de", now: new Date() });
    expect(list?.events.at(-1)?.id).toBe(next.id);
    expect(list?.events).toHaveLength(101);
    expect(list?.events.at(-2)?.slug).toBe(`vorbei-${network.slug}-0`);
  });

  it("one topic has a feed of its own, at its own address", async () => {
    const [light, heavy] = [
      await anEvent({ title: "Leicht gebaut", topics: ["leichtbau"] }),
      await anEvent({ title: "Schwer gebaut", topics: ["logistik"] }),
    ];
    const text = await feedText({ of: "topic", topic: "leichtbau" }, "atom", { locale: "de" });
    expect(text).toContain(`/e/${light.slug}"`);
    expect(text).not.toContain(heavy.slug);
    expect(text).toContain("/events/leichtbau.atom");
    expect(await calendarText({ of: "topic", topic: "leichtbau" }, { locale: "en" })).toContain(light.slug);
    expect(await feedText({ of: "topic", topic: "nirgends" }, "atom", { locale: "de" })).toBeUndefined();
  });

  it("of what does not exist there are none", async () => {
    const nowhere = { of: "series", slug: "nirgends" } as const;
    expect(await feedText(nowhere, "atom", { locale: "de" })).toBeUndefined();
    expect(await calendarText(nowhere, { locale: "de" })).toBeUndefined();
    expect(await scheduleText("nirgends", "xml")).toBeUndefined();
  });

  it("the site map names public pages in both languages and no others", async () => {
    const { shown, hidden } = await aProgramme();
    const text = await siteMap();
    expect(text).toContain(`/e/${shown.slug}</loc>`);
    expect(text).toContain(`/en/e/${shown.slug}</loc>`);
    // It only leads on, and is missing while no series runs or comes.
    expect(text).not.toContain("/s</loc>");
    for (const { slug, membersOnly, status } of hidden) {
      expect(text.includes(`/e/${slug}<`)).toBe(!membersOnly && status !== "draft");
    }
  });
});
