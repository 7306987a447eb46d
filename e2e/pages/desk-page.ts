import { expect, type Page } from "@playwright/test";

type Persona = "participant" | "speaker" | "organizer" | "partner";
const buttons: Record<Persona, string> = {
  participant: "Als Teilnehmerin Anna Beispiel",
  speaker: "Als Referentin Amara Feldkamp",
  organizer: "Als Veranstalterin Henrike Osterloh",
  partner: "Als Veranstalter Jonas Wiebelt, aus einem zweiten Netzwerk",
};

/** Signs in with the one-click persona of the demo, whoever was signed in before. */
export async function signInAs(page: Page, persona: Persona): Promise<void> {
  await page.context().clearCookies();
  await page.goto("/login");
  await page.getByRole("button", { name: buttons[persona] }).click();
  await expect(page).not.toHaveURL(/\/login/);
}

/** What a `datetime-local` field shows for an instant in Berlin. */
export const berlinTime = (at: Date): string =>
  new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeStyle: "short", timeZone: "Europe/Berlin" })
    .format(at)
    .replace(" ", "T");

type Plan = { network: string; template: string; title: string; startsAt: Date };

/** From template to published as B14 promises; answers with the slug and the number of clicks. */
export async function createEvent(page: Page, plan: Plan): Promise<{ slug: string; clicks: number }> {
  let clicks = 0;
  const click = async (role: "button" | "radio" | "link", name: string | RegExp) => {
    clicks += 1;
    await page.getByRole(role, { name }).first().click();
  };
  await page.goto(`/o/${plan.network}`);
  await click("link", "Neue Veranstaltung");
  await click("radio", new RegExp(`^${plan.template}`));
  await page.getByRole("textbox", { name: "Titel" }).fill(plan.title);
  await page.getByLabel("Beginn").fill(berlinTime(plan.startsAt));
  await click("button", "Entwurf anlegen");
  await expect(page).toHaveURL(/\/o\/[^/]+\/e\/[^/]+$/);
  await click("button", "Veröffentlichen");
  // The page itself says so, without a reload: the state beside the title, and nothing left to publish.
  await expect(page.locator(".deskhead").getByText("Veröffentlicht", { exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: "Veröffentlichen" })).toHaveCount(0);
  const slug = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  return { slug, clicks };
}
