import type { Page } from "@playwright/test";
import { z } from "zod";
import { Bots } from "../fixtures/bots";
import { patience } from "../fixtures/environment";
import { linkIn } from "../fixtures/mailbox";
import { expect, test } from "../fixtures/test";
import { holdWorkshop } from "../pages/live-event";
import { confirmationOf, enterByMail, register } from "../pages/registering";

const small = { devices: true, viewport: { width: 800, height: 600 } };
const placed = z.object({ target: z.object({ url: z.string(), token: z.string() }) });

/** The way into LiveKit's room that this page is given, as somebody could write it down. */
function tokenSeenBy(page: Page): Promise<{ url: string; token: string }> {
  return new Promise((resolve) => {
    page.on("response", async (response) => {
      if (!/\/api\/(?:where-am-i|rooms\/[^/]+\/join)/.test(response.url())) return;
      const { data } = placed.safeParse(await response.json().catch(() => null));
      if (data) resolve(data.target);
    });
  });
}

test("S60: who is banned stays out after a reload, in another browser, and by a token of before at the media port", async ({
  person,
}) => {
  test.setTimeout(patience(150));
  const henrike = await person("Henrike", { devices: true });
  const ada = await person("Ada", small);
  const { slug, room: host } = await holdWorkshop(henrike, "Ausgeschlossen");
  await register(ada, slug);
  const kept = tokenSeenBy(ada.page);
  const adaRoom = await enterByMail(ada);
  await adaRoom.expectInside("main");
  await host.expectPeople(2);
  const pass = await kept;

  const people = await host.openPanel("people");
  await people.getByRole("button", { name: `Aktionen für ${ada.name}` }).click();
  await henrike.page.getByRole("menuitem", { name: "Entfernen" }).click();
  await henrike.page.getByRole("button", { name: "Dauerhaft ausschließen" }).click();
  await adaRoom.expectFact("state", "removed");
  await host.expectPeople(1);
  await ada.page.reload();
  await adaRoom.expectFact("state", "removed");

  const elsewhere = await person("Ada");
  await elsewhere.page.goto(linkIn(await confirmationOf(ada), "?next=room"));
  await expect(elsewhere.page.getByTestId("room-state")).toHaveAttribute("data-state", "removed");

  // LiveKit lets the token of before in: it is seen for as long as the next look at the room takes, and then gone.
  const bots = new Bots();
  try {
    await bots.enter("again", pass);
    await host.expectPeople(1, 20);
    await expect(henrike.page.getByTestId("tile").filter({ hasText: ada.name })).toHaveCount(0);
  } finally {
    bots.end();
  }

  const console = await host.openPanel("console");
  await console.getByRole("button", { name: `${ada.name} wieder zulassen` }).click();
  await ada.page.reload();
  await adaRoom.expectFact("state", /waiting|live/);
});
