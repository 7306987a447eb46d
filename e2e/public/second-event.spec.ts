import type { Page } from "@playwright/test";
import { z } from "zod";
import { sql } from "../fixtures/database";
import { effortOn } from "../fixtures/effort";
import { patience } from "../fixtures/environment";
import { mailsTo } from "../fixtures/mailbox";
import { expect, type Person, test } from "../fixtures/test";
import { openRegistration, register } from "../pages/registering";

const EVENT = "angebote-treffen-gesuche";

const moreOf = (page: Page) => page.getByRole("region", { name: "Noch mehr aus dieser Reihe" });

/** Clicks the first further event that has a place; the only thing a person does for it. */
async function addOne(page: Page): Promise<string> {
  const more = moreOf(page);
  await expect(more.locator("input:not([type=hidden]), select, textarea"), "no field to fill").toHaveCount(0);
  const button = more.getByRole("button", { name: /^Dazu anmelden: / }).first();
  const title = ((await button.getAttribute("aria-label")) ?? "").replace(/^Dazu anmelden: /, "");
  await button.click();
  await expect(page).toHaveURL(/\/e\/[^/]+\/registered$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sie sind dabei");
  await expect(page.getByRole("heading", { level: 2, name: title, exact: true })).toBeVisible();
  return title;
}

/** Titles of what an address is registered for, with name and whether the address was proven, oldest first. */
const seatsOf = ({ email }: Person) =>
  sql(
    z.object({ title: z.string(), name: z.string(), status: z.string(), proven: z.boolean() }),
    `select e.title, r.name, r.status, r.proven_at is not null as proven
       from registrations r join events e on e.id = r.event_id where r.email = $1 order by r.created_at`,
    [email],
  );

for (const javaScript of [true, false]) {
  test(`B02: after registering one click adds another event of the week, JavaScript ${javaScript ? "on" : "off"}`, async ({
    person,
  }) => {
    const vera = await person("Vera", { javaScript });
    await register(vera, EVENT);
    const effort = javaScript ? await effortOn(vera.page) : undefined;
    // What counts is what is done on the page as it stands, so the counter has to be in it.
    if (effort) await vera.page.reload();
    const title = await addOne(vera.page);
    if (effort) expect([effort.clicks.length, effort.fields.size], "clicks and fields").toEqual([1, 0]);
    const own = { name: vera.name, status: "confirmed", proven: false };
    const [first, second, ...more] = await seatsOf(vera);
    expect([first, second, more]).toMatchObject([own, { ...own, title }, []]);

    // From there the week goes on: the first event is marked as taken, the next is again one click away.
    const former = moreOf(vera.page).getByRole("listitem").filter({ hasText: first?.title });
    await expect(former).toContainText("Angemeldet");
    const third = await addOne(vera.page);
    expect((await seatsOf(vera)).map((seat) => seat.title)).toEqual([first?.title, title, third]);
  });
}

test("B02: from the mail it is one click too, in any browser, and both addresses count as proven", async ({
  person,
}) => {
  const vera = await person("Vera");
  await register(vera, EVENT);
  const elsewhere = { ...(await person("Phone")), name: vera.name, email: vera.email };
  const effort = await effortOn(elsewhere.page);
  await openRegistration(elsewhere);
  const title = await addOne(elsewhere.page);
  expect([effort.clicks.length, effort.fields.size], "clicks and fields").toEqual([1, 0]);
  const own = { name: vera.name, status: "confirmed", proven: true };
  const seats = await seatsOf(vera);
  expect(seats).toMatchObject([own, { ...own, title }]);
  const confirmed = async () =>
    (await mailsTo(vera.email)).filter(({ kind }) => kind === "registration.confirmed").length;
  await expect.poll(confirmed, { timeout: patience(20) }).toBe(2);

  // The newer mail's page knows of the first event.
  await openRegistration(elsewhere);
  const first = moreOf(elsewhere.page).getByRole("listitem").filter({ hasText: seats[0]?.title });
  await expect(first).toContainText("Angemeldet");
  await expect(first.getByRole("button")).toHaveCount(0);
});
