import { z } from "zod";
import { sql } from "../fixtures/database";
import { sayProfile } from "../fixtures/own-profile";
import { moveTalk, talkOf } from "../fixtures/passing-time";
import type { Visitor } from "../fixtures/visitor";
import { TALK_EVENT } from "../pages/talks";
import { eventIdOf } from "../security/registering-over-http";
import { foundBy, registers } from "./office";

const json = { accept: "application/json" };
const requestOf = z.object({ requestId: z.string() });

/** Somebody who takes talks in the demo's event, signed in. */
export type Talker = { personId: string; email: string; name: string; visitor: Visitor };
type Said = { name: string; organisation: string; locale?: "de" | "en" };
type Profile = { needs: string[]; offers: string[]; sentence?: string };

export async function talker(said: Said, profile?: Profile): Promise<Talker> {
  const eventId = await eventIdOf(TALK_EVENT);
  const { email, visitor } = await registers(
    { id: eventId, slug: TALK_EVENT, page: "" },
    { talksOptIn: "on", locale: "de", ...said },
  );
  await visitor.signInByMail(email);
  if (profile) await sayProfile(visitor, { eventId, ...profile });
  const personId = await foundBy("select id as value from people where email = $1", [email]);
  return { personId, email, name: said.name, visitor };
}

/** Starts of the event's slots, from the next half hour on. */
export async function slotsAhead(): Promise<string[]> {
  const rows = await sql(
    z.object({ at: z.coerce.date() }),
    `select at from talk_windows w join events e on e.id = w.event_id,
       generate_series(w.starts_at, w.ends_at - interval '20 minutes', interval '20 minutes') as at
      where e.slug = $1 and at > now() + interval '35 minutes' order by at`,
    [TALK_EVENT],
  );
  return rows.map(({ at }) => at.toISOString());
}

/** Says something at one of the doors of talks, as a form of its page does. */
export async function says({ visitor, name }: Talker, door: string, said: object): Promise<string> {
  const { status, text } = await visitor.ask(`/api/${door}`, { json: said, headers: json });
  if (status >= 400) throw new Error(`${name} at ${door}: ${status} ${text.slice(0, 300)}`);
  return text;
}

type Asked = { slots: readonly string[]; note?: string };

export async function asks(from: Talker, to: Talker, { slots, note = "" }: Asked): Promise<string> {
  const said = { eventId: await eventIdOf(TALK_EVENT), toPersonId: to.personId, slots, note };
  return requestOf.parse(JSON.parse(await says(from, "meetings", said))).requestId;
}

/** Asks and is accepted. */
export async function agrees(from: Talker, to: Talker, slot: string | undefined) {
  if (!slot) throw new Error("the event has too few slots left");
  const requestId = await asks(from, to, { slots: [slot] });
  await says(to, `meetings/${requestId}/answer`, { answer: slot });
  return talkOf(from.email, to.email);
}

/** Proposes a third for an agreed talk; answers with the invitation, which waits for the other side. */
export async function invites(by: Talker, meetingId: string, guest: Talker): Promise<string> {
  await says(by, `meetings/${meetingId}/invite`, { personId: guest.personId });
  return foundBy("select id as value from talk_invitations where meeting_id = $1 and person_id = $2", [
    meetingId,
    guest.personId,
  ]);
}

type Talk = Awaited<ReturnType<typeof talkOf>>;

/** The talk ended so many seconds ago; these came to it, for eighteen minutes, and everybody else did not. */
export async function isOver(talk: Talk, ago: number, came: readonly Talker[]): Promise<void> {
  await moveTalk(talk, { startsIn: -ago - 1200, endsIn: -ago });
  await sql(
    z.object({}),
    `insert into talk_presences (meeting_id, person_id, seen, joined_at, seconds, together_seconds, closed_at)
     select meeting_id, person_id,
            case when person_id = any(string_to_array($2, ',')) then 'came' else 'missed' end,
            case when person_id = any(string_to_array($2, ',')) then lower(during) end,
            case when person_id = any(string_to_array($2, ',')) then 1080 else 0 end,
            case when $3::int > 1 and person_id = any(string_to_array($2, ',')) then 1080 else 0 end, now()
       from meeting_people where meeting_id = $1
     on conflict (meeting_id, person_id) do update
       set seen = excluded.seen, joined_at = excluded.joined_at, seconds = excluded.seconds,
           together_seconds = excluded.together_seconds`,
    [talk.id, came.map(({ personId }) => personId).join(","), came.length],
  );
}
