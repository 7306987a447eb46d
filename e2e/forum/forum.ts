import type { Page } from "@playwright/test";
import { Crowd } from "../fixtures/crowd";
import { patience } from "../fixtures/environment";
import { giveFakeScreen } from "../fixtures/fake-screen";
import { hostsOf } from "../fixtures/hosts";
import { expect, type Person } from "../fixtures/test";
import { createEvent, signInAs } from "../pages/desk-page";
import { enterByMail, register } from "../pages/registering";
import { RoomPage } from "../pages/room-page";
import { HostDesk } from "../pictures/breakout-world";

/** People without a browser; with Ada and Ben they are the twelve who meet in pairs. */
const BOTS = 10;
export const PARTICIPANTS = BOTS + 2;

/** The script's own count of what it did, which the report must say afterwards. */
export const scripted = {
  registered: PARTICIPANTS + 1,
  /** With whoever runs it. */
  people: PARTICIPANTS + 2,
  hands: 2,
  messages: 1,
  questions: [
    { text: "Gibt es die Folien danach?", votes: 3, isAnswered: true },
    { text: "Wann sehen wir uns wieder?", votes: 1, isAnswered: false },
  ],
  poll: { question: "Womit beginnen wir?", options: ["Messen", "Warten"], counts: [1, 4] },
  feedback: 1,
} as const;

const small = { devices: true, viewport: { width: 1280, height: 720 } };
type Asked = (name: string, options?: object) => Promise<Person>;

/** Where everything that belongs to the event is fetched from, or spoken to. */
const seen: { hosts: Set<string>; name: string }[] = [];
export const hostsSeen = () => seen;

/** One forum: who runs it, who speaks, two guests with browsers and ten without. */
export class Forum {
  slug = "";
  openedAt = 0;
  endedAt = 0;
  readonly henrike: Person;
  readonly host: RoomPage;

  private constructor(
    henrike: Person,
    readonly zoe: Person,
    readonly ada: Person,
    readonly ben: Person,
  ) {
    this.henrike = henrike;
    this.host = new RoomPage(henrike.page);
  }

  #crowd: Crowd | undefined;
  #rooms: { zoe: RoomPage; ada: RoomPage; ben: RoomPage } | undefined;

  /** Published, everybody registered. The host has a browser of her own, which can die alone. */
  static async planned(person: Asked, title: string): Promise<Forum> {
    seen.length = 0;
    const henrike = await person("Henrike", { ...small, own: {} });
    const [zoe, ada, ben] = [
      await person("Zoe", small),
      await person("Ada", small),
      await person("Ben", small),
    ];
    for (const one of [henrike, zoe, ada, ben]) watchHosts(one);
    await giveFakeScreen(zoe.page);
    const forum = new Forum(henrike, zoe, ada, ben);
    await signInAs(henrike.page, "organizer");
    const plan = { network: "sensoriknetz-oberland", template: "Forum", title, startsAt: new Date() };
    forum.slug = (await createEvent(henrike.page, plan)).slug;
    for (const one of [zoe, ada, ben]) await register(one, forum.slug);
    const names = Array.from({ length: BOTS }, (_, at) => `Gast ${String(at + 1).padStart(2, "0")}`);
    forum.#crowd = await Crowd.of(forum.slug, names);
    return forum;
  }

  get crowd(): Crowd {
    if (!this.#crowd) throw new Error("nobody has registered yet");
    return this.#crowd;
  }

  get rooms() {
    if (!this.#rooms) throw new Error("nobody has come yet");
    return this.#rooms;
  }

  get desk(): HostDesk {
    return new HostDesk(this.henrike.page, this.slug);
  }

  /** Everybody waits before the door; only the host may be inside. */
  async gather(): Promise<void> {
    const [zoe, ada, ben] = [
      await enterByMail(this.zoe),
      await enterByMail(this.ada),
      await enterByMail(this.ben),
    ];
    this.#rooms = { zoe, ada, ben };
    for (const room of [zoe, ada, ben]) await room.expectFact("wait", /not_open|hosts_only/);
    await this.crowd.come();
    this.crowd.followByThemselves();
    await this.host.open(this.slug);
    await this.host.enter();
    await this.host.expectInside("main");
  }

  /** All the people without a browser are connected. */
  async allInside(): Promise<void> {
    await expect
      .poll(() => this.crowd.inside, { message: "people without a browser", timeout: patience(40) })
      .toBe(BOTS);
  }

  end(): void {
    this.#crowd?.end();
  }
}

export function watchHosts({ name, page }: { name: string; page: Page }): void {
  seen.push({ name, hosts: hostsOf(page) });
}
