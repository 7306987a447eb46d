import { expect, type FrameLocator, type Locator, type Page } from "@playwright/test";

/** The page on which an organizer words one of an event's own mails. */
export class MailWords {
  constructor(readonly page: Page) {}

  /** From the event's page of mails, as an organizer gets there. */
  async open(eventPage: string, mail: string): Promise<void> {
    await this.page.goto(`${eventPage}/mails`);
    await this.page.getByRole("link", { name: mail, exact: true }).click();
    await expect(this.page.getByRole("heading", { name: `Wortlaut: ${mail}` })).toBeVisible();
  }

  get subject(): Locator {
    return this.page.getByLabel("Betreff auf Deutsch");
  }

  get text(): Locator {
    return this.page.getByLabel("Text auf Deutsch");
  }

  /** The mail as it is shown, sandboxed. */
  get preview(): FrameLocator {
    return this.page.frameLocator("iframe");
  }

  chip(name: RegExp): Promise<void> {
    return this.page.getByRole("button", { name }).click();
  }

  async save(): Promise<void> {
    await this.page.getByRole("button", { name: "Speichern", exact: true }).click();
  }

  async saved(): Promise<void> {
    await this.save();
    await expect(this.page.getByText("Gespeichert. So sieht die Mail jetzt aus.")).toBeVisible();
  }
}
