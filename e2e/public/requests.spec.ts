import type { Page } from "@playwright/test";
import { z } from "zod";
import { sql } from "../fixtures/database";
import { baseUrl, patience } from "../fixtures/environment";
import { hostsNamedIn, hostsOf } from "../fixtures/hosts";
import { readMedia } from "../fixtures/media-probe";
import { talkOf } from "../fixtures/passing-time";
import { expect, test } from "../fixtures/test";
import { Visitor } from "../fixtures/visitor";
import { pagesLeftOut } from "../pages/app-pages";
import { signInAs } from "../pages/desk-page";
import { DoorOf } from "../pages/door-page";
import { openPages, organizerPages, pagesOfRows, participantPages } from "../pages/every-page";
import { enterByMail, openRegistration, register } from "../pages/registering";
import { RoomPage } from "../pages/room-page";
import { personIdOf, TALK_EVENT, takeTalks } from "../pages/talks";
import { planDraft } from "../security/planning-over-http";

/** Live all day, without a limit of seats. */
const LIVE = "angebote-treffen-gesuche";

const livekit = new URL(process.env.LIVEKIT_URL ?? "").host;
const ownHosts = new Set([new URL(baseUrl).host, livekit]);

test("B18, S14: from the first page through registering, joining and leaving nobody but us is spoken to", async ({
  person,
}) => {
  const ada = await person("Ada", { devices: true });
  const hosts = hostsOf(ada.page);
  for (const path of ["/", "/events", "/s", "/n/sensoriknetz-oberland", `/e/${LIVE}`, "/datenschutz"]) {
    await ada.page.goto(path, { waitUntil: "load" });
  }
  await register(ada, LIVE);
  await openRegistration(ada);
  const room = await enterByMail(ada);
  await room.expectInside("main");
  const media = await readMedia(ada.page);
  await ada.page.getByRole("button", { name: "Verlassen" }).click();
  await room.page.getByRole("heading", { name: "Sie haben den Raum verlassen" }).waitFor();

  expect([...hosts].filter((host) => !ownHosts.has(host))).toEqual([]);
  expect(hosts.has(livekit), "the room server was reached").toBe(true);
  const foreign = media.iceServers.filter(
    (server) => !/^(stun|turns?):(127\.0\.0\.1|localhost)[:?]/.test(server),
  );
  expect(foreign, "ICE servers").toEqual([]);
});

/** Goes through pages, and answers with every host that one of them spoke to or named, beside our own two. */
async function foreignHosts(page: Page, paths: readonly string[]): Promise<string[]> {
  const spoken = hostsOf(page);
  const found: string[] = [];
  for (const path of paths) {
    await page.goto(path, { waitUntil: "load" });
    const foreign = [...spoken, ...(await hostsNamedIn(page))].filter((host) => !ownHosts.has(host));
    found.push(...new Set(foreign.map((host) => `${path}: ${host}`)));
    spoken.clear();
  }
  return found;
}

/** Pages of the desk that no list of the others has, because they need an event with talks. */
async function moreOfTheDesk(): Promise<string[]> {
  const organizer = await new Visitor().signInAs("organizer");
  const event = await planDraft(organizer, `Mit Gesprächen ${crypto.randomUUID()}`, {
    template: "matchmaking",
  });
  return ["/o", `${event.page}/tables`, `${event.page}/plan`];
}

/** Of a talk, from asking for it to its own page. */
const talkPages = {
  ask: (personId: string) => `/me/talks/ask?event=${TALK_EVENT}&with=${personId}`,
  request: (id: string) => [`/me/talks/requests/${id}`, `/me/talks/requests/${id}/times`],
  talk: (id: string) => `/me/talks/${id}`,
};

test("B18: no page of the app is left out of these tests but for a reason", async () => {
  const rows = await pagesOfRows();
  const visited = [
    ...[...openPages, ...rows.open, ...participantPages, ...organizerPages, ...rows.desk],
    ...(await moreOfTheDesk()),
    ...[talkPages.ask("x"), ...talkPages.request("x"), talkPages.talk("x"), `/room/${LIVE}`],
  ];
  expect(pagesLeftOut(visited).sort()).toEqual([
    // Needs a plan that people know: `plan-versions.spec` publishes one, and looks there.
    "(organizer)/o/[network]/e/[event]/plan/versions/[version]",
    // How the server in front asks for `/e/…/registered`, which is visited.
    "(public)/e/[event]/registered/[state]/[held]",
    // The form of `board/new`, which is visited, filled in.
    "(public)/s/[series]/board/[entry]/edit",
    // Of the demo alone; it shows mails, which have tests of their own.
    "dev/mailbox",
  ]);
});

for (const prefix of ["", "/en"]) {
  test(`B18, P02: no page of the public, of participants, of the desk or of the door speaks to anybody else (${prefix || "de"})`, async ({
    person,
  }) => {
    test.setTimeout(patience(120));
    const { page } = await person("Ada");
    const rows = await pagesOfRows();
    const at = (paths: readonly string[]) =>
      paths.map((path) => (path === "/" && prefix ? prefix : `${prefix}${path}`));
    await page.goto(rows.link);
    expect(await foreignHosts(page, at([...openPages, ...rows.open]))).toEqual([]);
    await signInAs(page, "organizer");
    const desk = [...organizerPages, ...rows.desk, ...(await moreOfTheDesk())];
    expect(await foreignHosts(page, at([...participantPages, ...desk]))).toEqual([]);
  });
}

test("B18: nor does a page about a talk, from asking to the agreed time", async ({ person }) => {
  const [ada, ben] = [await person("Ada"), await person("Ben")];
  await takeTalks(ada, ben);
  const [adaId, benId] = [await personIdOf(ada), await personIdOf(ben)];
  expect(await foreignHosts(ada.page, [talkPages.ask(benId)])).toEqual([]);
  await ada.page.getByRole("button", { name: "Senden" }).click();
  await expect(ada.page.getByText("Ihre Anfrage ist unterwegs.")).toBeVisible();
  const [request] = await sql(
    z.object({ id: z.string() }),
    "select id from meeting_requests where from_person_id = $1 and to_person_id = $2",
    [adaId, benId],
  );
  const asked = talkPages.request(request?.id ?? "");
  expect(await foreignHosts(ada.page, asked)).toEqual([]);
  await ben.page.goto(asked[0] ?? "");
  await ben.page.locator("button[name=answer]").first().click();
  await expect(ben.page.getByText("Das Gespräch ist vereinbart")).toBeVisible();
  const talk = await talkOf(ada.email, ben.email);
  expect(await foreignHosts(ben.page, [talkPages.talk(talk.id)])).toEqual([]);
});

test("B18: nor does the scanner while its camera looks for codes", async ({ person }) => {
  const { page } = await person("Henrike", { devices: true });
  await signInAs(page, "organizer");
  const hosts = hostsOf(page);
  const door = new DoorOf(page);
  await door.open("schwingungen-verstehen");
  // What reads codes may come later than the camera: it has read one before anything is said of it.
  await door.scan("https://example.org/speisekarte");
  await door.expectAnswer("refused", "kein Einlasscode");
  expect([...hosts].filter((host) => !ownHosts.has(host))).toEqual([]);
});

test("B06: who only watches is never asked for a device", async ({ person }) => {
  const eva = await person("Eva");
  await register(eva, LIVE);
  // Without the link from the mail the browser holds a claim only: it watches.
  await eva.page.goto(`/room/${LIVE}`);
  const room = new RoomPage(eva.page);
  await room.expectFact("state", "waiting");
  await room.enter();
  await room.expectInside("main");
  await room.expectFact("role", "unproven");
  expect((await readMedia(eva.page)).getUserMedia).toBe(0);
  await expect(eva.page.getByRole("button", { name: "Mikrofon einschalten" })).toHaveCount(0);
});
