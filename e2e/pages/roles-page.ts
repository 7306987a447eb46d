import { expect, type Locator, type Page } from "@playwright/test";
import { baseUrl } from "../fixtures/environment";
import { linkIn, mailOfKind, mailsTo } from "../fixtures/mailbox";
import { Visitor } from "../fixtures/visitor";

/** The page of an event's desk on which the owner of its network gives roles. */
export class RolesOf {
  constructor(
    readonly page: Page,
    readonly desk: string,
  ) {}

  open(): Promise<unknown> {
    return this.page.goto(`${this.desk}/roles`);
  }

  /** Invites by mail; answers with where the mail leads. */
  async invite(email: string, role: string): Promise<string> {
    const known = new Set((await mailsTo(email)).map(({ id }) => id));
    await this.page.getByRole("textbox", { name: "E-Mail-Adresse" }).fill(email);
    await this.page.getByRole("radio", { name: new RegExp(`^${role}`) }).check({ force: true });
    await this.page.getByRole("button", { name: "Einladen", exact: true }).click();
    await expect(this.openOffer(email)).toBeVisible();
    return new URL(linkIn(await mailOfKind(email, "role.offered", known), "/o/offered/")).pathname;
  }

  openOffer(email: string): Locator {
    return this.page.getByRole("button", { name: `Einladung an ${email} zurückziehen` });
  }

  holder(email: string): Locator {
    return this.page.getByRole("listitem").filter({ hasText: email });
  }
}

/** Signs somebody in by their mail, and their browser as well. */
export async function signedInByMail(page: Page, email: string): Promise<Visitor> {
  const visitor = await new Visitor().signInByMail(email);
  const cookies = [...visitor.cookies].map(([name, value]) => ({ name, value, url: baseUrl }));
  await page.context().addCookies(cookies);
  return visitor;
}

/** Own addresses that the page as it stands leads to, in its content and beside it; never where it signs out. */
export async function linksOn(page: Page): Promise<string[]> {
  const hrefs = await page
    .locator("main a[href^='/']")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  return [...new Set(hrefs.map((link) => link.split("#")[0] ?? ""))];
}

/** Of these addresses those that do not open for this visitor. */
export async function closedTo(visitor: Visitor, paths: readonly string[]): Promise<string[]> {
  const answers = await Promise.all(
    paths.map(async (path) => [path, (await visitor.ask(path)).status] as const),
  );
  return answers.filter(([, status]) => status >= 400).map(([path]) => path);
}
