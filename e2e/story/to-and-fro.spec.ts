import type { Page } from "@playwright/test";
import { z } from "zod";
import { Crowd } from "../fixtures/crowd";
import { moves, patience } from "../fixtures/environment";
import { readMedia } from "../fixtures/media-probe";
import { expect, type Person, test } from "../fixtures/test";
import { joinLive } from "../pages/live-event";
import { OrganizerOverHttp } from "../pages/organizer-over-http";
import type { RoomPage } from "../pages/room-page";

const BOTS = 40;
/** About a second of the fake camera, so that no leftover picture passes. */
const SEEN_FRAMES = 10;
/** Small windows ask for small pictures: the machine has to make them all. */
const small = { devices: true, viewport: { width: 640, height: 480 } };

const created = z.object({ roundId: z.string() });

type Guest = { person: Person; room: RoomPage; isMuted: boolean };

/** Nothing asks anybody anything: no dialog of ours, none of the browser's, and no device a second time. */
async function expectUndisturbed({ person, room, isMuted }: Guest): Promise<void> {
  await expect(person.page.getByRole("dialog")).toHaveCount(0);
  await expect(person.page.getByRole("alertdialog")).toHaveCount(0);
  expect((await readMedia(person.page)).getUserMedia, `device requests of ${person.name}`).toBe(1);
  await room.expectFact("mic", isMuted ? "off" : "on");
  await room.expectFact("cam", "on");
}

/** Decoded pictures of the others arrive, and sound exactly where one of them has a microphone on. */
async function expectReceiving(page: Page, { isHearing }: { isHearing: boolean }): Promise<void> {
  let from = await readMedia(page);
  const gained = async () => {
    const now = await readMedia(page);
    // A connection that has been closed since no longer counts: what it had received is taken back.
    if (now.frames < from.frames || now.energy < from.energy) from = now;
    return { sees: now.frames - from.frames > SEEN_FRAMES, hears: now.energy - from.energy > 1e-4 };
  };
  await expect
    .poll(gained, { message: "pictures and sound of the others", timeout: patience(20) })
    .toEqual({ sees: true, hears: isHearing });
}

/** Where the product has everybody: nobody is missing, and each is in the room of this table. */
async function expectEverybody(
  organizer: OrganizerOverHttp,
  rooms: ReadonlyMap<string, string>,
): Promise<void> {
  const wrong = async () => {
    const there = new Map((await organizer.people()).map((one) => [one.admissionId, one.roomId]));
    return [...rooms].filter(([id, room]) => there.get(id) !== room).length;
  };
  await expect.poll(wrong, { message: "people who are lost", timeout: patience(20) }).toBe(0);
}

/** Pairs that change: in each of them one has the microphone off and one on. */
function pairsOf(guests: readonly string[], crowd: readonly string[], turn: number): string[][] {
  const [ada, ben, cem, dana] = guests;
  if (!ada || !ben || !cem || !dana) throw new Error("four guests are needed");
  const browsers =
    turn % 2 === 0
      ? [
          [ada, ben],
          [cem, dana],
        ]
      : [
          [ada, dana],
          [cem, ben],
        ];
  const turned = [...crowd.slice(turn % crowd.length), ...crowd.slice(0, turn % crowd.length)];
  const half = turned.length / 2;
  return [...browsers, ...turned.slice(0, half).map((one, at) => [one, turned[half + at] ?? ""])];
}

/** Four browsers and forty bots of one workshop, and who runs it. */
class Workshop {
  readonly organizer = new OrganizerOverHttp();
  readonly guests: Guest[] = [];
  crowd: Crowd | undefined;

  async begin(people: readonly Person[]): Promise<void> {
    const slug = await this.organizer.plans("Hin und her", "workshop");
    await this.organizer.act("session", { action: "open" });
    for (const [at, person] of people.entries()) {
      // A dialog of the browser itself would hold the page until somebody answers.
      person.page.on("dialog", (dialog) => {
        throw new Error(`the browser asked: ${dialog.message()}`);
      });
      const room = await joinLive(person, slug);
      const isMuted = at % 2 === 0;
      if (isMuted) await room.mute();
      this.guests.push({ person, room, isMuted });
    }
    const names = Array.from({ length: BOTS }, (_, at) => `Schar ${String(at + 1).padStart(2, "0")}`);
    this.crowd = await Crowd.of(slug, names);
    await this.crowd.come();
    await this.crowd.follow("main");
  }

  get bots(): Crowd {
    if (!this.crowd) throw new Error("nobody has come yet");
    return this.crowd;
  }

  async #arrived(kind: "main" | "breakout", together: number): Promise<void> {
    await Promise.all([
      this.bots.follow(kind, 40),
      ...this.guests.map(({ room }) => room.expectInside(kind, 40)),
    ]);
    await Promise.all(this.guests.map(({ room }) => room.expectPeople(together, 30)));
    const rooms = this.bots.rooms;
    const people = await this.organizer.people();
    for (const { person, room } of this.guests) {
      const id = people.find(({ name }) => name === person.name)?.admissionId ?? person.name;
      rooms.set(id, await room.fact("room-id"));
    }
    expect(rooms.size).toBe(BOTS + this.guests.length);
    await expectEverybody(this.organizer, rooms);
    await Promise.all(this.guests.map(expectUndisturbed));
  }

  async inPlenary(): Promise<void> {
    await this.#arrived("main", BOTS + this.guests.length);
    await Promise.all(this.guests.map(({ person }) => expectReceiving(person.page, { isHearing: true })));
  }

  async inPairs(turn: number): Promise<void> {
    const people = await this.organizer.people();
    const idOf = (name: string) => people.find((one) => one.name === name)?.admissionId ?? "";
    const guests = this.guests.map(({ person }) => idOf(person.name));
    const crowd = this.bots.members.map(({ admissionId }) => admissionId);
    const rooms = pairsOf(guests, crowd, turn).map((admissionIds, at) => ({
      label: String(at + 1),
      admissionIds,
    }));
    const plan = { rule: "by_hand", groupSize: 2, durationSeconds: 600, rooms };
    const { roundId } = created.parse(await this.organizer.act("rounds", plan));
    await this.organizer.act(`rounds/${roundId}`, { action: "open" });
    await this.#arrived("breakout", 2);
    await Promise.all(
      this.guests.map(({ person, isMuted }) => expectReceiving(person.page, { isHearing: isMuted })),
    );
    await this.organizer.act(`rounds/${roundId}`, { action: "recall", seconds: 0 });
  }
}

// Every round is announced ten seconds before it opens: twenty take longer than the gate has.
for (const { times, tag } of [
  { times: 2, tag: [] },
  { times: 20, tag: ["@long"] },
]) {
  test(`${times} times from the plenary into breakouts and back, four browsers and forty bots: nobody is asked, lost or unmuted, all see and hear`, {
    tag,
  }, async ({ person }) => {
    const rounds = moves(times);
    test.setTimeout(patience(120 + 60 * rounds));
    const people: Person[] = [];
    for (const name of ["Ada", "Ben", "Cem", "Dana"]) people.push(await person(name, small));
    const workshop = new Workshop();
    try {
      await workshop.begin(people);
      await workshop.inPlenary();
      for (let turn = 0; turn < rounds; turn += 1)
        await test.step(`round ${turn + 1}`, async () => {
          await workshop.inPairs(turn);
          await workshop.inPlenary();
        });
    } finally {
      workshop.crowd?.end();
    }
  });
}
