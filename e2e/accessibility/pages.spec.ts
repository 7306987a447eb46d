import type { Page } from "@playwright/test";
import { expectNoViolations } from "../fixtures/accessibility";
import { expect, test } from "../fixtures/test";
import { signInAs } from "../pages/desk-page";

const LIVE = "schwingungen-verstehen";
const DESK = "/o/sensoriknetz-oberland";

const views = [
  { name: "de, wide", prefix: "", locale: "de-DE", viewport: { width: 1280, height: 800 } },
  { name: "en, phone", prefix: "/en", locale: "en-GB", viewport: { width: 390, height: 844 } },
  { name: "de, phone @long", prefix: "", locale: "de-DE", viewport: { width: 390, height: 844 } },
  { name: "en, wide @long", prefix: "/en", locale: "en-GB", viewport: { width: 1280, height: 800 } },
] as const;

const open = [
  ...[
    "/",
    "/events",
    "/s",
    "/n/sensoriknetz-oberland",
    "/n/sensoriknetz-oberland/legal",
    `/e/${LIVE}`,
    "/e/energiewende",
    `/e/${LIVE}/registered`,
  ],
  ...[
    "/login",
    "/login/code",
    "/signin/confirm",
    "/r/reg_missing",
    "/me/talks/requests/missing",
    "/me/data/erased",
    "/me/data/address",
    "/missing",
  ],
  ...["/impressum", "/datenschutz", "/barrierefreiheit", "/kontakt"],
];
const forParticipants = ["/me", "/me/talks", "/me/profile", "/me/data", "/me/data/copy"];
const forOrganizers = [
  `/console/${LIVE}`,
  `/checkin/${LIVE}`,
  `/checkin/${LIVE}?q=a`,
  `/checkin/${LIVE}/list`,
  `/checkin/${LIVE}/badges`,
  DESK,
  `${DESK}/new`,
  `${DESK}/templates`,
  `${DESK}/templates/import`,
  `${DESK}/retention`,
  `${DESK}/office`,
  `${DESK}/office/roles`,
  `${DESK}/office/look`,
  "/o/offered/missing",
  `${DESK}/e/${LIVE}`,
  `${DESK}/e/${LIVE}/people`,
  `${DESK}/e/${LIVE}/numbers`,
  `${DESK}/e/${LIVE}/people/add`,
  `${DESK}/e/${LIVE}/people/import`,
  `${DESK}/e/${LIVE}/form`,
  `${DESK}/e/${LIVE}/materials`,
  `${DESK}/e/${LIVE}/run`,
  `${DESK}/e/${LIVE}/copy`,
  `${DESK}/e/${LIVE}/mails`,
  `${DESK}/e/${LIVE}/mails/words/confirmed`,
  `${DESK}/e/${LIVE}/mail-log`,
];

async function check(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  await expectNoViolations(page, path);
}

for (const { name, prefix, locale, viewport } of views) {
  test(`pages have no violations (${name})`, async ({ person }) => {
    const { page } = await person("Axel", { locale, viewport });
    for (const path of open) await check(page, `${prefix}${path === "/" && prefix ? "" : path}`);

    await page.goto(`${prefix}/e/${LIVE}`);
    await page.locator("form[action='/api/registrations'] button[type=submit]").click();
    await expect(page).toHaveURL(/\/register$/);
    await expectNoViolations(page, "refused registration");

    await signInAs(page, "participant");
    for (const path of forParticipants) await check(page, `${prefix}${path}`);
    await signInAs(page, "organizer");
    for (const path of forOrganizers) await check(page, `${prefix}${path}`);
  });
}
