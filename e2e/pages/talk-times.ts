import { expect, type Page } from "@playwright/test";
import { TALK_EVENT } from "./talks";

const wire = (at: Date) => at.toISOString().replace(/[-:]|\.\d{3}/g, "");

/** A calendar file that is busy at these times, with titles that nobody is to see. */
export const busyCalendar = (times: readonly { from: Date; minutes: number }[]): Buffer =>
  Buffer.from(
    [
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      ...times.flatMap(({ from, minutes }, index) => [
        ...["BEGIN:VEVENT", `UID:${index}@example.org`, "SUMMARY:Geheime Besprechung"],
        ...[`DTSTART:${wire(from)}`, `DURATION:PT${minutes}M`, "END:VEVENT"],
      ]),
      "END:VCALENDAR",
    ].join("\r\n"),
  );

/** The page on which somebody says when they can talk. */
export class TalkTimes {
  constructor(readonly page: Page) {}

  async open(prefix = ""): Promise<void> {
    await this.page.goto(`${prefix}/me/talks?event=${TALK_EVENT}&tab=times`);
  }

  slots = () => this.page.locator(".timelist li");
  mark = (index: number) => this.slots().nth(index).getByRole("combobox");

  /** The start of a slot, as its choices name it. */
  async startOf(index: number): Promise<Date> {
    return new Date((await this.mark(index).inputValue()).split(" ")[1] ?? "");
  }

  async save(): Promise<void> {
    await this.page.getByRole("button", { name: "Zeiten speichern" }).click();
    await expect(this.page.getByText("Ihre Zeiten sind gespeichert.")).toBeVisible();
  }

  async bring(file: Buffer): Promise<void> {
    const chosen = { name: "kalender.ics", mimeType: "text/calendar", buffer: file };
    await this.page.getByLabel("Kalenderdatei (.ics)").setInputFiles(chosen);
    await this.page.getByRole("button", { name: "Kalender übernehmen" }).click();
  }
}
