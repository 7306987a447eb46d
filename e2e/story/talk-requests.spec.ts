import { expectNoViolations } from "../fixtures/accessibility";
import { patience } from "../fixtures/environment";
import { expect, test } from "../fixtures/test";
import { busyCalendar, TalkTimes } from "../pages/talk-times";
import { personIdOf, TALK_EVENT, takeTalks } from "../pages/talks";

const REQUESTS = `/me/talks?event=${TALK_EVENT}&tab=requests`;

test("who is not free is not asked then; other times are an answer, and both write about it", async ({
  person,
}) => {
  test.setTimeout(patience(90));
  const [ada, ben] = [await person("Ada"), await person("Ben")];
  await takeTalks(ada, ben);

  const times = new TalkTimes(ben.page);
  await times.open();
  await expectNoViolations(ben.page, "times for talks");
  // By the keyboard alone.
  await times.mark(1).focus();
  await ben.page.keyboard.press("End");
  await times.mark(4).selectOption({ label: "Am liebsten" });
  const [blocked, calendar] = [await times.startOf(1), await times.startOf(2)];
  await times.save();
  await times.bring(busyCalendar([{ from: calendar, minutes: 5 }]));
  await expect(ben.page.getByText("Ihr Kalender ist übernommen.")).toBeVisible();
  await expect(times.slots().nth(2)).toContainText("Ihr Kalender ist dann belegt.");
  await expect(ben.page.getByText("Geheime Besprechung")).toHaveCount(0);
  await expectNoViolations(ben.page, "times for talks with a calendar");
  await times.bring(Buffer.from("<html><body>Bitte anmelden</body></html>"));
  // Said above, and at the field itself.
  await expect(ben.page.getByText("Das ist kein Kalender.")).toHaveCount(2);
  await expect(ben.page.locator("#file-error")).toContainText("Das ist kein Kalender.");

  await ada.page.goto(`/me/talks/ask?event=${TALK_EVENT}&with=${await personIdOf(ben)}`);
  const offered = await ada.page
    .getByRole("checkbox")
    .evaluateAll((boxes) => boxes.map((box) => box.getAttribute("value")));
  expect(offered).toHaveLength(3);
  for (const taken of [blocked, calendar]) expect(offered).not.toContain(taken.toISOString());
  await ada.page.getByRole("button", { name: "Senden" }).click();
  await expect(ada.page.getByText("Ihre Anfrage ist unterwegs.")).toBeVisible();

  // Changed while it waits, and written about.
  await ada.page.getByRole("link", { name: `Anfrage an ${ben.name} ändern` }).click();
  await expectNoViolations(ada.page, "changing a request");
  await ada.page.getByRole("checkbox", { checked: true }).first().uncheck();
  await ada.page.getByRole("button", { name: "Anfrage ändern" }).click();
  await expect(ada.page.getByText("Ihre Anfrage ist geändert.")).toBeVisible();
  await ada.page.getByText(`${ben.name} schreiben`).click();
  await ada.page.getByRole("textbox", { name: "Nachricht" }).fill("Gern auch später.");
  await ada.page.getByRole("button", { name: "Senden" }).click();
  await expect(ada.page.getByText("Ihre Nachricht ist unterwegs.")).toBeVisible();

  await ben.page.goto(REQUESTS);
  await expect(ben.page.getByText("Gern auch später.")).toBeVisible();
  await expectNoViolations(ben.page, "requests with a message");
  await ben.page.getByRole("link", { name: `Anderer Termin: ${ada.name}` }).click();
  await ben.page.getByRole("checkbox").last().check();
  await ben.page.getByRole("button", { name: "Vorschlagen" }).click();
  await expect(ben.page.getByText("Ihr Vorschlag ist unterwegs.")).toBeVisible();

  await ada.page.goto(REQUESTS);
  await expect(ada.page.getByText("Anderer Termin vorgeschlagen")).toBeVisible();
  await expect(ada.page.getByText("Andere Zeiten als in Ihrer Anfrage.")).toBeVisible();
  await ada.page.locator("button[name=answer]").first().click();
  await expect(ada.page.getByText("Das Gespräch ist vereinbart.")).toBeVisible();
});
