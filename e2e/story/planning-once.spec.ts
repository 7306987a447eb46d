import { z } from "zod";
import { sql } from "../fixtures/database";
import { callAction } from "../fixtures/server-actions";
import { expect, test } from "../fixtures/test";
import { Visitor } from "../fixtures/visitor";
import { berlinTime, signInAs } from "../pages/desk-page";

const NEW = "/o/sensoriknetz-oberland/new";
const soon = () => berlinTime(new Date(Date.now() + 86_400_000));
const draftsCalled = (title: string) =>
  sql(z.object({ id: z.string() }), "select id from events where title = $1", [title]);

test("R23: a draft that is asked for by a double click is made once", async ({ person }) => {
  const { page } = await person("Henrike");
  await signInAs(page, "organizer");
  await page.goto(NEW);
  const title = `Doppelt geklickt ${crypto.randomUUID()}`;
  await page.getByRole("textbox", { name: "Titel" }).fill(title);
  await page.getByLabel("Beginn").fill(soon());
  await page.getByRole("button", { name: "Entwurf anlegen" }).dblclick();
  await expect(page).toHaveURL(/\/o\/[^/]+\/e\/[^/]+$/);
  expect(await draftsCalled(title)).toHaveLength(1);
});

test("R23: two posts of one rendered form at once make one draft, another rendering another", async () => {
  const organizer = await new Visitor().signInAs("organizer");
  const keyIn = async () =>
    /name="idempotencyKey" value="([\w-]+)"/.exec((await organizer.ask(NEW)).text)?.[1] ?? "none";
  const [network] = await sql(z.object({ id: z.string() }), "select id from networks where slug = $1", [
    "sensoriknetz-oberland",
  ]);
  const title = `Zweimal geschickt ${crypto.randomUUID()}`;
  const base = { networkId: network?.id ?? "", template: "webinar", title, startsLocal: soon() };
  const post = (idempotencyKey: string) =>
    callAction(organizer, {
      action: "actions/programme.ts#planEventAction",
      page: NEW,
      form: { ...base, idempotencyKey },
    });
  const key = await keyIn();
  await Promise.all([post(key), post(key)]);
  expect(await draftsCalled(title)).toHaveLength(1);
  await post(await keyIn());
  expect(await draftsCalled(title)).toHaveLength(2);
});
