import { expect, type Locator, type Page } from "@playwright/test";
import { berlinTime } from "./desk-page";

type Clickable = "button" | "radio" | "link" | "checkbox";
type Draft = {
  network: string;
  template: string;
  title: string;
  startsAt: Date;
  /** Title of the series that it is planned into. */
  series?: string;
};
type Week = { network: string; title: string; startsOn: Date; endsOn: Date };

/** Somebody of a network's office at the desk, who only clicks and types; both are counted. */
export class Office {
  clicks = 0;
  fields = 0;

  constructor(readonly page: Page) {}

  async press(target: Locator): Promise<void> {
    this.clicks += 1;
    await target.click();
  }

  click(role: Clickable, name: string | RegExp): Promise<void> {
    return this.press(this.page.getByRole(role, { name }).first());
  }

  async type(target: Locator, text: string): Promise<void> {
    this.fields += 1;
    await target.fill(text);
  }

  /** A choice of a list: opening it and taking one are two clicks. */
  async choose(list: Locator, label: string): Promise<void> {
    this.clicks += 2;
    await list.selectOption({ label });
  }

  /** A series by its name and its days; answers with its address in the office. */
  async week({ network, title, startsOn, endsOn }: Week): Promise<{ slug: string; path: string }> {
    await this.page.goto(`/o/${network}`);
    await this.click("link", "Reihen");
    await this.click("link", "Neue Reihe");
    await this.type(this.page.getByRole("textbox", { name: "Name" }), title);
    await this.type(this.page.getByLabel("Erster Tag"), berlinTime(startsOn).slice(0, 10));
    await this.type(this.page.getByLabel("Letzter Tag"), berlinTime(endsOn).slice(0, 10));
    await this.click("button", "Reihe anlegen");
    await expect(this.page).toHaveURL(/\/o\/[^/]+\/series\/[^/]+$/);
    await expect(this.page.getByRole("heading", { level: 1 })).toHaveText(title);
    const path = new URL(this.page.url()).pathname;
    return { slug: path.split("/").at(-1) ?? "", path };
  }

  /** A draft of one of the templates; answers with its address. */
  async plan({ network, template, title, startsAt, series }: Draft): Promise<{ slug: string; path: string }> {
    await this.page.goto(`/o/${network}`);
    await this.click("link", "Neue Veranstaltung");
    await this.click("radio", new RegExp(`^${template}`));
    await this.type(this.page.getByRole("textbox", { name: "Titel" }), title);
    await this.type(this.page.getByLabel("Beginn"), berlinTime(startsAt));
    if (series) await this.choose(this.page.getByLabel("Reihe"), series);
    await this.click("button", "Entwurf anlegen");
    await expect(this.page).toHaveURL(/\/o\/[^/]+\/e\/[^/]+$/);
    const path = new URL(this.page.url()).pathname;
    return { slug: path.split("/").at(-1) ?? "", path };
  }

  async publish(): Promise<void> {
    await this.click("button", "Veröffentlichen");
    await expect(this.page.locator(".deskhead").getByText("Veröffentlicht", { exact: true })).toBeVisible();
  }

  /** A card of the desk's side. */
  card(title: string): Locator {
    const heading = this.page.getByRole("heading", { name: title, exact: true });
    return this.page.locator(".card").filter({ has: heading });
  }

  /** Saves a card and waits until it says so. */
  async save(card: Locator): Promise<void> {
    await this.press(card.getByRole("button", { name: "Übernehmen" }));
    await expect(card.getByText("Gespeichert.")).toBeVisible();
  }

  async seats(numbers: Record<string, string>): Promise<void> {
    const card = this.card("Plätze");
    for (const [label, value] of Object.entries(numbers)) await this.type(card.getByLabel(label), value);
    await this.save(card);
  }
}
