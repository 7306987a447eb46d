import pg from "pg";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { seatActor } from "@/db/testing/actors";
import { aPerson, aRegistration } from "@/db/testing/makers";
import { aGuest, aLiveEvent, at, START } from "@/db/testing/rooms";
import { roomService } from "@/lib/livekit/room-service";
import { listPeople, whereAmI } from "../queries";
import { heartbeat } from "./heartbeat";
import { joinRoom } from "./join-room";

// What hundreds do within seconds is judged by what it asks of the database, which no busy machine blurs.
const query = vi.spyOn(pg.Client.prototype, "query");
vi.spyOn(roomService, "ensureRoom").mockResolvedValue(undefined);

async function statements(work: () => Promise<unknown>): Promise<number> {
  query.mockClear();
  await work();
  return query.mock.calls.length;
}

describe("what a person costs the database", () => {
  let live: Awaited<ReturnType<typeof aLiveEvent>>;
  beforeEach(async () => {
    live = await aLiveEvent({ guests: 3, mode: "stage" });
  });

  it("joining for the first time, begin and commit included", async () => {
    const { id: personId } = await aPerson();
    const actor = seatActor(await aRegistration(live.event, { provenAt: START, personId }));
    const input = { eventId: live.event.id, tab: "tab-one" };
    expect(await statements(() => joinRoom({ actor, input, now: START }))).toBeLessThanOrEqual(11);
  });

  it("coming back, where-am-i and a heartbeat, however many are there", async () => {
    const ada = await aGuest(live.event);
    const { event } = live;
    const input = { eventId: event.id, tab: ada.tab };
    const where = () => whereAmI(ada.actor, { slug: event.slug, tab: ada.tab }, at(1));
    expect(await statements(() => joinRoom({ actor: ada.actor, input, now: at(1) }))).toBeLessThanOrEqual(10);
    expect(await statements(where), "the first counts the audience").toBeLessThanOrEqual(5);
    expect(await statements(where)).toBeLessThanOrEqual(4);
    expect(await statements(() => heartbeat({ actor: ada.actor, input, now: at(1) }))).toBeLessThanOrEqual(7);
  });

  it("the list of people is read once for all who ask after one signal", async () => {
    const [ada, ben] = live.people;
    if (!ada || !ben) throw new Error("two are needed");
    const read = ({ actor }: typeof ada) => statements(() => listPeople(actor, live.event.id, at(1)));
    await read(ada);
    expect(await read(ben)).toBeLessThanOrEqual(5);
  });
});
