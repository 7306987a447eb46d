import { patience } from "../fixtures/environment";
import { linkIn, mailOfKind } from "../fixtures/mailbox";
import { callAction, serverActions } from "../fixtures/server-actions";
import { expect, test } from "../fixtures/test";
import { type Answer, Visitor } from "../fixtures/visitor";
import { freshAddress, registerOverHttp } from "../security/registering-over-http";
import { fingerprintOf } from "./fingerprint";
import { CANARY } from "./foreign-desk";
import { buildForeignWorld, type ForeignWorld } from "./foreign-world";
import { probes } from "./inventory";
import { actionProbes } from "./inventory-actions";
import type { Probe } from "./probe";

const OWN_EVENT = "angebote-treffen-gesuche";
const pages = (world: ForeignWorld) => [
  `/o/${world.network}`,
  `/o/${world.network}/new`,
  `/o/${world.network}/templates`,
  `/o/${world.network}/templates/import`,
  `/o/${world.network}/retention`,
  `/o/${world.network}/e/${world.slug}`,
  `/o/${world.network}/e/${world.slug}/people`,
  `/o/${world.network}/e/${world.slug}/numbers`,
  `/o/${world.network}/e/${world.slug}/people/add`,
  `/o/${world.network}/e/${world.slug}/people/import`,
  `/o/${world.network}/e/${world.slug}/people/invite`,
  `/o/${world.network}/e/${world.slug}/people/${world.registrationId}`,
  `/o/${world.network}/e/${world.draftSlug}/form`,
  `/o/${world.network}/e/${world.draftSlug}/materials`,
  `/o/${world.network}/e/${world.draftSlug}/polls`,
  `/o/${world.network}/e/${world.draftSlug}/run`,
  `/o/${world.network}/e/${world.slug}/plan`,
  `/o/${world.network}/e/${world.slug}/plan/versions/1`,
  `/o/${world.network}/e/${world.slug}/mails`,
  `/o/${world.network}/e/${world.slug}/mails/${world.circularId}`,
  `/o/${world.network}/e/${world.slug}/mails/words/confirmed`,
  `/o/sensoriknetz-oberland/e/${world.slug}/mails/${world.circularId}`,
  `/o/${world.network}/e/${world.slug}/mail-log`,
  `/o/${world.network}/e/${world.slug}/copy`,
  `/o/sensoriknetz-oberland/e/${world.slug}`,
  `/o/${world.network}/e/${world.draftSlug}`,
  `/e/${world.draftSlug}`,
  `/e/${world.draftSlug}/registered`,
  `/e/${world.membersSlug}`,
  `/e/${world.membersSlug}/register`,
  `/s/${world.series}`,
  `/s/${world.series}/board`,
  `/s/${world.series}/board?q=robotik&everywhere=on`,
  `/s/${world.series}/board/${world.entryId}`,
  `/s/${world.series}/board/${world.entryId}/edit`,
  `/o/${world.network}/office/board`,
  `/o/${world.network}/office/topics`,
  `/room/${world.draftSlug}`,
  `/checkin/${world.slug}`,
  `/checkin/${world.slug}/list`,
  `/checkin/${world.slug}/badges`,
  `/checkin/${world.draftSlug}`,
  `/console/${world.slug}`,
  `/console/${world.draftSlug}`,
  "/hall/hal_aaaaaaaaaaaaaaaaaaaaaaaa",
  "/projector/prj_aaaaaaaaaaaaaaaaaaaaaaaa",
  "/wall/wal_aaaaaaaaaaaaaaaaaaaaaaaa",
  `/r/${world.registrationId}`,
  `/me/talks/${world.meetingId}`,
  `/me/talks/requests/${world.requestId}`,
  `/me/talks/requests/${world.requestId}/times`,
  `/me/talks/invitations/${world.talkInvitationId}`,
  `/me/talks?event=${world.slug}&tab=times`,
  `/me/talks?event=${world.slug}`,
  `/me/talks/ask?event=${world.slug}&with=${world.personId}`,
  `/e/${world.slug}`,
  "/events",
  `/n/${world.network}`,
  "/me",
];

async function attendeeOfAnother(): Promise<Visitor> {
  const visitor = new Visitor();
  const email = freshAddress("nachbar");
  await registerOverHttp(visitor, { slug: OWN_EVENT, email });
  const mail = await mailOfKind(email, "registration.confirmed");
  await visitor.ask(new URL(linkIn(mail, "/j/")).pathname);
  return visitor;
}

function check(probe: Probe, answer: Answer, who: string): void {
  const what = `${who} at ${probe.door}: ${answer.status} ${answer.text.slice(0, 120)}`;
  expect.soft(answer.text, what).not.toContain(CANARY);
  expect.soft(answer.status, what).toBeLessThan(500);
  if (probe.expect === "public") expect.soft(answer.status, what).toBe(200);
  if (probe.expect === "refused") expect.soft([401, 403, 404], what).toContain(answer.status);
}

test("S06, S32: no door and no page of another network opens, and nothing of it leaks", async () => {
  test.setTimeout(patience(120));
  const world = await buildForeignWorld();
  const before = await fingerprintOf(world);
  const strangers: Record<string, Visitor> = {
    anonymous: new Visitor(),
    "attendee of another event": await attendeeOfAnother(),
    "organizer of another network": await new Visitor().signInAs("organizer"),
  };
  for (const [who, visitor] of Object.entries(strangers)) {
    await test.step(`routes as ${who}`, async () => {
      for (const probe of probes) {
        const headers = { accept: "application/json" };
        for (const json of probe.bodies?.(world) ?? [undefined]) {
          const answer = await visitor.ask(probe.path(world), { method: probe.method, json, headers });
          check(probe, answer, who);
        }
      }
    });
    await test.step(`actions as ${who}`, async () => {
      for (const { door, page, form } of actionProbes) {
        for (const from of [page(world), "/login"]) {
          const answer = await callAction(visitor, { action: door, page: from, form: form(world) });
          const what = `${who} at ${door} from ${from}: ${answer.status} ${answer.text.slice(0, 200)}`;
          expect(answer.text, what).not.toContain(CANARY);
          expect(answer.text, what).not.toContain('"status":"done"');
          expect(answer.status, what).toBeLessThan(500);
        }
      }
    });
    await test.step(`pages as ${who}`, async () => {
      for (const path of pages(world)) {
        const answer = await visitor.ask(path, { headers: { accept: "text/html" } });
        expect(answer.text, `${who} at ${path}`).not.toContain(CANARY);
        expect(answer.status, `${who} at ${path}`).toBeLessThan(500);
      }
    });
  }
  expect(await fingerprintOf(world), "rows of the other network").toEqual(before);
});

test("every server action of the build is in the matrix", () => {
  const listed = actionProbes.map(({ door }) => door).sort();
  expect([...serverActions().keys()].sort()).toEqual(listed);
});
