import { expect, type Locator, type Page } from "@playwright/test";
import { patience } from "../fixtures/environment";
import { readMedia } from "../fixtures/media-probe";

type Fact =
  | "state"
  | "entered"
  | "room-id"
  | "room-kind"
  | "room-label"
  | "participants"
  | "tracks"
  | "mic"
  | "cam"
  | "switches"
  | "last-gap-ms"
  | "live"
  | "wait"
  | "role"
  | "answer"
  | "attempt"
  | "gum-calls"
  | "can-play"
  | "pictures"
  | "background"
  | "device-problem";

type Panel = "talk" | "people" | "chat" | "questions" | "polls" | "notes" | "breakouts" | "console";
/** Names of the panels' buttons in both languages; a number of unread things may follow. */
const panels: Record<Panel, RegExp> = {
  talk: /^(Gespräch|Talk)/,
  people: /^(Personen|People)/,
  chat: /^Chat/,
  polls: /^(Umfragen|Polls)/,
  questions: /^(Fragen|Questions)/,
  notes: /^(Notizen|Notes)/,
  breakouts: /^(Gruppen|Breakouts|Groups)/,
  console: /^(Konsole|Console)/,
};

/** Decoded frames that count as seeing: about a second of the fake camera, so that no leftover picture passes. */
const SEEN_FRAMES = 10;

/** The room page of one person, by role and label, and by the facts the page tells about itself. */
export class RoomPage {
  constructor(readonly page: Page) {}

  get mirror(): Locator {
    return this.page.getByTestId("room-state");
  }

  async fact(name: Fact): Promise<string> {
    return (await this.mirror.getAttribute(`data-${name}`)) ?? "";
  }

  /** Waits until the page says so by itself. */
  async expectFact(name: Fact, value: string | RegExp, seconds = 15): Promise<void> {
    await expect(this.mirror).toHaveAttribute(`data-${name}`, value, { timeout: patience(seconds) });
  }

  async open(slug: string): Promise<void> {
    await this.page.goto(`/room/${slug}`);
    await this.expectFact("state", /waiting|live|held/);
  }

  /** The one click into the room, early or not, or from another window of the same person over to this one. */
  async enter(): Promise<void> {
    await this.page
      .getByRole("button", { name: /^(Eintreten|Enter|Hier weitermachen|Continue here)/ })
      .click();
    await this.expectFact("entered", "true");
  }

  async expectInside(kind: "main" | "backstage" | "breakout" | "talk", seconds = 20): Promise<void> {
    await this.expectFact("room-kind", kind, seconds);
    await this.expectFact("state", "live", seconds);
  }

  async expectPeople(count: number, seconds = 15): Promise<void> {
    await this.expectFact("participants", String(count), seconds);
  }

  /** As when the network comes back: the page asks the server again. */
  async lookAgain(): Promise<void> {
    await this.page.evaluate(() => window.dispatchEvent(new Event("online")));
  }

  /** Microphone of the person's own control bar. */
  async mute(): Promise<void> {
    await this.page.getByRole("button", { name: "Mikrofon ausschalten" }).click();
    await this.expectFact("mic", "off");
  }

  /** Opens a panel from the control bar, on narrow windows through the menu. */
  async openPanel(name: Panel): Promise<Locator> {
    const panel = this.page.getByTestId("panel").and(this.page.locator(`.rm-panel--${name}`));
    const bar = this.page.getByRole("toolbar");
    const own = bar.getByRole("button", { name: panels[name] }).and(bar.locator("[data-panel-button]"));
    // From this width on each panel has a button of its own, which a host's browser shows once it knows that it is one;
    // guests, who have fewer, from 1050 on.
    const isWide = (this.page.viewportSize()?.width ?? 0) >= 1180;
    if (isWide || (await own.isVisible())) {
      if ((await own.getAttribute("aria-pressed")) !== "true") await own.click();
    } else {
      await bar.getByRole("button", { name: /^(Mehr|More)$/ }).click();
      await this.page.getByRole("menuitem", { name: panels[name] }).click();
    }
    await expect(panel).toBeVisible();
    return panel;
  }

  /** Captions have a menu among the buttons of the media. */
  async openCaptions(): Promise<Locator> {
    const bar = this.page.getByRole("toolbar");
    const own = bar.getByRole("button", { name: /^(Untertitel|Captions)/ });
    // On phones they stand in „Mehr“.
    const isPhone = (this.page.viewportSize()?.width ?? 0) < 640;
    await (isPhone ? bar.getByRole("button", { name: /^(Mehr|More)$/ }) : own).click();
    await this.page.getByRole("menuitem", { name: /^(Mitlesen|Read along)/ }).click();
    const panel = this.page.getByTestId("panel").and(this.page.locator(".rm-panel--captions"));
    await expect(panel).toBeVisible();
    return panel;
  }

  async closePanel(): Promise<void> {
    await this.page.getByTestId("panel").getByRole("button").first().click();
    await expect(this.page.getByTestId("panel")).toHaveCount(0);
  }

  /** This browser goes on decoding pictures of others. */
  async expectToSee(seconds = 15): Promise<void> {
    const before = await readMedia(this.page);
    await expect
      .poll(async () => (await readMedia(this.page)).frames - before.frames, {
        message: "decoded frames of the others",
        timeout: patience(seconds),
      })
      .toBeGreaterThan(SEEN_FRAMES);
  }

  /** Sound of others arrives: the fake microphone beeps once a second. */
  async expectToHear(seconds = 15): Promise<void> {
    const before = await readMedia(this.page);
    await expect
      .poll(async () => (await readMedia(this.page)).energy - before.energy, {
        message: "energy of the others' sound",
        timeout: patience(seconds),
      })
      .toBeGreaterThan(0);
  }

  /** Pictures keep coming for some seconds while no sound does. */
  async expectSilence(seconds = 20): Promise<void> {
    const before = await readMedia(this.page);
    await expect
      .poll(async () => (await readMedia(this.page)).frames - before.frames, {
        message: "decoded frames while listening for silence",
        timeout: patience(seconds),
      })
      .toBeGreaterThan(3 * SEEN_FRAMES);
    const after = await readMedia(this.page);
    expect(after.energy - before.energy, "energy of a muted microphone").toBeLessThan(1e-4);
  }
}
