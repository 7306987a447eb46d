import { expectNoViolations } from "../fixtures/accessibility";
import { patience } from "../fixtures/environment";
import { linkIn, mailOfKind } from "../fixtures/mailbox";
import { talkOf } from "../fixtures/passing-time";
import { expect, test } from "../fixtures/test";
import { agree, takeTalks } from "../pages/talks";

for (const javaScript of [true, false]) {
  test(`a third comes into a talk when both sides want it, and may leave it again, ${javaScript ? "with" : "without"} JavaScript`, async ({
    person,
  }) => {
    test.setTimeout(patience(120));
    const ada = await person("Ada", { javaScript });
    const ben = await person("Ben", { javaScript });
    // Of another name in each run: the list of whom to ask shows both.
    const cem = await person(javaScript ? "Cem" : "Clara", {
      javaScript,
      viewport: { width: 390, height: 844 },
    });
    await takeTalks(ada, ben, cem);
    await agree(ada, ben);
    const talk = `/me/talks/${(await talkOf(ada.email, ben.email)).id}`;

    await ada.page.goto(talk);
    await ada.page.getByText("Jemanden dazuholen").click();
    const choice = ada.page.getByLabel("Wen?");
    const option = choice.locator("option", { hasText: cem.name });
    await choice.selectOption((await option.getAttribute("value")) ?? "");
    await ada.page.getByRole("button", { name: "Vorschlagen" }).click();
    await expect(ada.page.getByText("Ihr Vorschlag ist unterwegs.")).toBeVisible();
    await expect(ada.page.getByText("Wartet auf die andere Seite")).toBeVisible();
    if (javaScript) await expectNoViolations(ada.page, "a talk with a proposed guest");

    await ben.page.goto(linkIn(await mailOfKind(ben.email, "meeting.invited"), "/t/"));
    await expect(
      ben.page.getByRole("heading", { name: `Darf ${cem.name} dazukommen?` }).first(),
    ).toBeVisible();
    await ben.page.getByRole("button", { name: "Einverstanden" }).click();
    await expect(ben.page.getByText("Danke, das ist notiert.")).toBeVisible();

    await cem.page.goto(linkIn(await mailOfKind(cem.email, "meeting.invited"), "/t/"));
    await expect(
      cem.page.getByRole("heading", { name: `${ada.name} lädt Sie ins Gespräch ein` }),
    ).toBeVisible();
    if (javaScript) await expectNoViolations(cem.page, "an invitation into a talk");
    await cem.page.getByRole("button", { name: "Ich komme dazu" }).click();
    await expect(cem.page.getByText("Sie sind dabei.")).toBeVisible();
    await cem.page.goto(talk);
    for (const { name } of [ada, ben]) await expect(cem.page.getByText(name).first()).toBeVisible();
    const moved = await mailOfKind(ben.email, "meeting.accepted", new Set());
    expect(moved.icsMethod).toBe("REQUEST");

    await cem.page.getByText("Doch verhindert?").click();
    await cem.page.getByRole("button", { name: "Nicht mehr dabei sein" }).click();
    await expect(cem.page.getByText("Sie sind bei diesem Gespräch nicht mehr dabei.")).toBeVisible();
    await ada.page.goto(talk);
    await expect(ada.page.getByRole("heading", { name: `Gespräch mit ${ben.name}` })).toBeVisible();
    await expect(ada.page.getByText("Zurückgezogen")).toBeVisible();
    expect((await mailOfKind(cem.email, "meeting.cancelled")).icsMethod).toBe("CANCEL");
  });
}
