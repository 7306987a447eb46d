import { expect, it } from "vitest";
import { db } from "@/db/client";
import { eventFeedback } from "@/db/schema/attendance-afterwards";
import { registrations } from "@/db/schema/registration";
import { admissions, participations } from "@/db/schema/rooms";
import { organizerActor } from "@/db/testing/actors";
import { aNetwork, anOrganizer } from "@/db/testing/makers";
import { aLiveEvent, at, plenaryOf } from "@/db/testing/rooms";
import { endLive } from "@/domain/rooms/commands/end-live";
import { newId } from "@/lib/ids";
import { drawPdf } from "@/lib/pdf/draw";
import { eventReport } from "./report";
import { reportFile } from "./report-file";
import { reportPaper } from "./report-paper";

const PEOPLE = 500;

/** Five hundred people who each came three times and said how it was. */
async function aFullEvent() {
  const network = await aNetwork();
  const { event, host } = await aLiveEvent({ network });
  const { id: roomId } = await plenaryOf(event);
  const all = Array.from({ length: PEOPLE }, (_, nth) => ({
    nth,
    registrationId: newId("registration"),
    admissionId: newId("admission"),
  }));
  const name = (nth: number) => `Gast ${nth}`;
  await db()
    .insert(registrations)
    .values(
      all.map(({ nth, registrationId: id }) => ({
        ...{ id, eventId: event.id, name: name(nth), email: `viele-${id}@example.org` },
        ...{ status: "confirmed" as const, place: nth + 1, confirmedAt: at(-60), provenAt: at(-60) },
      })),
    );
  await db()
    .insert(admissions)
    .values(
      all.map(({ nth, admissionId: id, registrationId }) => ({
        ...{ id, eventId: event.id, registrationId, displayName: name(nth), role: "participant" as const },
      })),
    );
  await db()
    .insert(participations)
    .values(
      all.flatMap(({ nth, admissionId }) =>
        [0, 1, 2].map((visit) => ({
          ...{ participantSid: `PA_${admissionId}_${visit}`, eventId: event.id, admissionId, roomId },
          ...{
            joinedAt: at(nth + visit * 1_000),
            leftAt: at(nth + visit * 1_000 + 600),
            source: "webhook" as const,
          },
        })),
      ),
    );
  await db()
    .insert(eventFeedback)
    .values(
      all.map(({ nth, registrationId }) => ({
        ...{ registrationId, eventId: event.id, score: (nth % 5) + 1, givenAt: at(3_000) },
        note: `Anmerkung ${nth}`,
      })),
    );
  await endLive({ actor: host.actor, input: { eventId: event.id }, now: at(4_000) });
  return { event, organizer: organizerActor(await anOrganizer(network), network) };
}

it("B15: the report on five hundred people is there in ten seconds, as PDF and as CSV", async () => {
  const { event, organizer } = await aFullEvent();
  const began = performance.now();
  const report = await eventReport(organizer, { eventId: event.id, now: at(4_100) });
  if (!report) throw new Error("the organizer reads the report");
  const csv = [...reportFile(report, { format: "excel", locale: "de" }).parts].join("");
  const { paper } = await reportPaper(report, { locale: "de", now: at(4_100) });
  const pdf = await drawPdf(paper);
  const seconds = (performance.now() - began) / 1000;
  expect(report.stayed).toMatchObject({ people: PEOPLE, median: 30 });
  expect(csv).toContain("Anmerkung 499");
  expect(pdf.length).toBeGreaterThan(10_000);
  expect(seconds).toBeLessThan(10);
}, 60_000);
