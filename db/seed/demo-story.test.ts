import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { networkMembers, networks } from "@/db/schema/alliance";
import { people } from "@/db/schema/people";
import { personActor } from "@/db/testing/actors";
import { listMyMeetings, talkBannerOf } from "@/domain/matchmaking/queries/meetings";
import { listMyRequests } from "@/domain/matchmaking/queries/requests";
import { listSuggestions } from "@/domain/matchmaking/queries/suggestions";
import { SUGGESTIONS } from "@/domain/matchmaking/rules";
import { type DemoPersona, demoPersonas } from "@/domain/people/labels";
import { findCurrentSeries, findPublicEvent, listPublicEvents } from "@/domain/programme/queries";
import { listMyRegistrations } from "@/domain/registration/queries";
import { standingOf } from "@/domain/rooms/queries/standing";
import { seedId } from "./random";
import { resetDemo } from "./seed";

const now = new Date("2026-11-12T09:25:00Z");
const talks = seedId("event", "angebote-treffen-gesuche");
const workshop = seedId("event", "schwingungen-verstehen");

const persona = async (name: DemoPersona) => {
  const [person] = await db().select().from(people).where(eq(people.email, demoPersonas[name].email));
  if (!person) throw new Error(`the persona ${name} is missing`);
  return personActor(person);
};

beforeAll(() => resetDemo(now));

describe("what the demo shows through the product's own queries", () => {
  it("lists twelve public events and keeps the members-only training to itself", async () => {
    const listed = await listPublicEvents();
    expect(listed).toHaveLength(12);
    expect(listed.filter((event) => event.status === "live")).toHaveLength(3);
    expect(await findPublicEvent("prompt-pruefung-protokoll")).toBeUndefined();
  });

  it("names hosts, speakers and agenda of the live webinar, and 38 free seats of 250", async () => {
    const event = await findPublicEvent("kleine-modelle-grosse-wirkung");
    expect(event?.networks.map((network) => network.mark)).toEqual(["SO", "KM"]);
    expect(event?.seats).toMatchObject({ capacity: 250, confirmed: 212 });
    expect(event?.agenda).toHaveLength(5);
    expect(event?.speakers.map((speaker) => speaker.name)).toContain(demoPersonas.speaker.name);
  });

  it("has an organizer in each of two networks, who can make a week together", async () => {
    for (const [name, network] of [
      ["organizer", "Sensoriknetz Oberland"],
      ["partner", "KI-Netz Mitte"],
    ] as const) {
      const rows = await db()
        .select({ name: networks.name })
        .from(networkMembers)
        .innerJoin(networks, eq(networks.id, networkMembers.networkId))
        .innerJoin(people, eq(people.id, networkMembers.personId))
        .where(and(eq(people.email, demoPersonas[name].email), eq(networkMembers.role, "network_admin")));
      expect(rows).toEqual([{ name: network }]);
    }
  });

  it("has a series that runs on the day", async () => {
    expect(await findCurrentSeries("2026-11-12")).toMatchObject({
      slug: "clusterwoche-2026",
      startsOn: "2026-11-08",
    });
  });

  it("gives the participant a week, a talk ahead, a talk behind, two requests and reasons to meet others", async () => {
    const anna = await persona("participant");
    expect((await listMyRegistrations(anna)).length).toBeGreaterThan(5);
    const meetings = await listMyMeetings(anna, talks, now);
    expect(meetings.map((meeting) => meeting.phase)).toEqual(["over", "ahead"]);
    expect((await talkBannerOf(anna, undefined, now)).next?.partnerName).toBe("Svenja Marholz");
    const requests = await listMyRequests(anna, talks, now);
    expect(requests.filter((one) => one.direction === "incoming" && one.state === "requested")).toHaveLength(
      2,
    );
    const suggested = await listSuggestions(anna, talks, now);
    expect(suggested).toHaveLength(SUGGESTIONS);
    expect(suggested[0]?.reasons.length).toBeGreaterThan(1);
  });

  it("lets the participant and the speaker into the rooms they are expected in", async () => {
    const anna = await standingOf(db(), await persona("participant"), { eventId: workshop, now });
    expect(anna?.entrance).toMatchObject({ role: "participant", waiting: false });
    const webinar = seedId("event", "kleine-modelle-grosse-wirkung");
    const amara = await standingOf(db(), await persona("speaker"), { eventId: webinar, now });
    expect(anna?.session?.openedAt).toBeTruthy();
    expect(amara?.session?.openedAt).toBeTruthy();
  });
});
