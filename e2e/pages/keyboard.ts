import { expect, type Locator, type Page } from "@playwright/test";
import { patience } from "../fixtures/environment";

/** More stops than any page of the room has. */
const MOST_STOPS = 160;

/** A target that goes away on the way is not waited for: that is a failure of its own. */
const hasFocus = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement, undefined, { timeout: patience(3) });

declare global {
  interface Window {
    /** How often a pointer came down on this page. */
    pointersDown?: number;
  }
}

/** Somebody without a mouse: reaches things by Tab and arrow keys, as far as the page lets them. */
export class Keyboard {
  constructor(private readonly page: Page) {}

  /** From now on each page counts pointers that come down. */
  async begin(): Promise<void> {
    await this.page.addInitScript(() => {
      window.pointersDown = 0;
      const count = () => {
        window.pointersDown = (window.pointersDown ?? 0) + 1;
      };
      addEventListener("pointerdown", count, { capture: true });
    });
  }

  /** Nothing was clicked on the page that stands. */
  async expectNoMouse(): Promise<void> {
    expect(await this.page.evaluate(() => window.pointersDown), "pointers that came down").toBe(0);
  }

  /** Presses a key until the target has the focus. */
  async #until(target: Locator, key: string, what: string): Promise<void> {
    await expect(target, what).toBeVisible();
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      if (await hasFocus(target)) return;
      await this.page.keyboard.press(key);
    }
    throw new Error(`${what} is not to be reached by ${key}`);
  }

  /** By Tab, wherever one is now. */
  to(target: Locator): Promise<void> {
    return this.#until(target, "Tab", target.toString());
  }

  async press(target: Locator, key: "Enter" | "Space" = "Enter"): Promise<void> {
    await this.to(target);
    await this.page.keyboard.press(key);
  }

  async write(target: Locator, text: string): Promise<void> {
    await this.to(target);
    await this.page.keyboard.type(text);
  }

  /** One of the room's controls: one stop of Tab for all of them, to which F2 leads, and arrow keys between them. */
  async control(name: string | RegExp): Promise<void> {
    const bar = this.page.getByRole("toolbar");
    const button = bar.getByRole("button", { name }).first();
    await this.page.keyboard.press("F2");
    await expect(bar.locator(":focus")).toHaveCount(1);
    await this.#until(button, "ArrowRight", button.toString());
    await this.page.keyboard.press("Enter");
  }

  /** One entry of the menu that is open. */
  async entry(name: string | RegExp): Promise<void> {
    const item = this.page.getByRole("menuitem", { name }).first();
    await this.#until(item, "ArrowDown", item.toString());
    await this.page.keyboard.press("Enter");
  }
}
