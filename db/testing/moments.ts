import { eq } from "drizzle-orm";
import { answerRequest } from "@/domain/matchmaking/commands/answer-request";
import type { Id } from "@/lib/ids";
import { db } from "../client";
import { meetings } from "../schema/matchmaking";
import { personActor } from "./actors";
import type { aNetwork } from "./makers";
import { aTaker, aTalkEvent, aTalkRequest, slotAt } from "./talks";

/** Wall clocks that go wrong easily, as instants: 90 minutes each unless an end is given (R14, R32). */
export const MOMENTS: Record<string, { starts: string; ends?: string; timeZone?: string }> = {
  "the day before spring": { starts: "2027-03-27T09:00:00Z" },
  "over the gap of the night": { starts: "2027-03-28T00:30:00Z" },
  "first moment after the gap": { starts: "2027-03-28T01:00:00Z" },
  "the day of spring": { starts: "2027-03-28T08:00:00Z" },
  "the day before autumn": { starts: "2027-10-30T08:00:00Z" },
  "half past two for the first time": { starts: "2027-10-31T00:30:00Z" },
  "half past two for the second time": { starts: "2027-10-31T01:30:00Z" },
  "from before to after the double hour": { starts: "2027-10-30T23:30:00Z", ends: "2027-10-31T02:30:00Z" },
  "the day of autumn": { starts: "2027-10-31T09:00:00Z" },
  "over the turn of the year": { starts: "2027-12-31T22:30:00Z" },
  "29 February until 00:00": { starts: "2028-02-29T21:30:00Z" },
  "three days until 00:00": { starts: "2028-02-27T08:00:00Z", ends: "2028-02-29T23:00:00Z" },
  "New York between both changes": { starts: "2027-11-02T14:00:00Z", timeZone: "America/New_York" },
  "Kathmandu, a quarter past": { starts: "2027-10-31T04:15:00Z", timeZone: "Asia/Kathmandu" },
};

/** What a calendar program must find of this row. */
export const entry = (id: string, row: { startsAt: Date; endsAt: Date }) => ({
  uid: `${id}@localhost`,
  startsAt: row.startsAt.toISOString(),
  endsAt: row.endsAt.toISOString(),
});
export type Expected = ReturnType<typeof entry>;

async function aMeeting(event: Awaited<ReturnType<typeof aTalkEvent>>) {
  const [anna, ben] = [await aTaker(event, { locale: "en" }), await aTaker(event)];
  const request = await aTalkRequest(event, { from: anna.person, to: ben.person });
  const input = { requestId: request.id, answer: slotAt(event, 0).toISOString() };
  const answered = await answerRequest({ actor: personActor(ben.person), input });
  if (!answered.ok) throw new Error(answered.failure.reason);
  const [meeting] = await db().select().from(meetings).where(eq(meetings.requestId, request.id));
  if (!meeting) throw new Error("no talk");
  return { anna, ben, meeting };
}

export type Home = { network: Awaited<ReturnType<typeof aNetwork>>; seriesId: Id<"series"> };

/** A published event of the network and series with a registration and an agreed talk, all at this moment. */
export async function aMoment(
  { starts, ends, timeZone = "Europe/Berlin" }: (typeof MOMENTS)[string],
  home: Home,
) {
  const startsAt = new Date(starts);
  const endsAt = new Date(ends ?? startsAt.getTime() + 90 * 60_000);
  const event = await aTalkEvent({ ...home, startsAt, endsAt, timeZone, title: "Klang; Bild, Größe" });
  return { event, ...(await aMeeting(event)) };
}
export type Moment = Awaited<ReturnType<typeof aMoment>>;
