import { expectNoViolations } from "../fixtures/accessibility";
import { expect, test } from "../fixtures/test";
import { holdWorkshop, joinLive } from "../pages/live-event";

const small = { devices: true, viewport: { width: 1280, height: 800 } };

test("captions: a host asks somebody to write, the others read along word by word, in their size", async ({
  person,
}) => {
  const henrike = await person("Henrike", small);
  const ada = await person("Ada", small);
  const { slug, room: host } = await holdWorkshop(henrike, "Schriftprobe");
  const guest = await joinLive(ada, slug);
  for (const room of [host, guest]) await room.expectPeople(2);

  const panel = await host.openCaptions();
  await panel.getByText("Wer schreibt Untertitel?").click();
  await panel.getByLabel("Person", { exact: true }).selectOption({ label: ada.name });
  await panel.getByRole("button", { name: "Untertitel schreiben lassen" }).click();
  await expectNoViolations(henrike.page, "captions panel of a host");

  const asked = ada.page.getByTestId("caption-asked");
  await expect(asked).toContainText("Deutsch");
  await asked.getByRole("button", { name: "Mitlesen und schreiben" }).click();
  await ada.page.getByRole("button", { name: "Untertitel schreiben: Schreiben beginnen" }).click();
  const typed = ada.page.getByRole("textbox", { name: "Untertitel schreiben" });
  await typed.pressSequentially("Wir beginnen", { delay: 60 });
  const region = henrike.page.getByTestId("captions");
  await expect(region).toContainText("Wir beginnen");
  await expect(region.locator("p").last()).toHaveAttribute("lang", "de");
  await expectNoViolations(henrike.page, "captions");
  await typed.press("Enter");
  await expect(typed).toHaveValue("");
  await expect(panel.getByTestId("caption-line")).toHaveText(["Wir beginnen"]);

  // What somebody says by writing has their name, and goes while the captions stay.
  await ada.page.getByRole("button", { name: "Statt zu sprechen schreiben: Schreiben beginnen" }).click();
  await ada.page.getByRole("textbox", { name: "Statt zu sprechen schreiben" }).pressSequentially("Guten Tag");
  await expect(region).toContainText(`${ada.name}: Guten Tag`);
  await expectNoViolations(ada.page, "captions panel with both fields");

  await henrike.page
    .getByRole("toolbar")
    .getByRole("button", { name: /^Untertitel/ })
    .click();
  await henrike.page.getByRole("menuitem", { name: "Größe und Platz" }).click();
  await henrike.page.getByLabel("Größe").selectOption("200");
  await henrike.page.getByLabel("Platz").selectOption("above");
  await expectNoViolations(henrike.page, "settings with captions");
});
