import { z } from "zod";
import { sql } from "../../fixtures/database";
import type {
  ChangeRow,
  PlannedPair,
  RequestRow,
  RoundRow,
  TalkFact,
  TalkMail,
  TalkRow,
  VersionRow,
} from "./evidence";

const instant = z.date().transform((at) => at.getTime());

const requestRow = z.object({
  id: z.string(),
  from: z.string(),
  to: z.string(),
  note: z.string(),
  status: z.string(),
  isCounter: z.boolean(),
});
const talkRow = z.object({
  id: z.string(),
  requestId: z.string().nullable(),
  roundId: z.string().nullable(),
  startsAt: instant,
  endsAt: instant,
  status: z.string(),
  place: z.string(),
  table: z.number().nullable(),
  sequence: z.number(),
  isPlanned: z.boolean(),
  isWithdrawn: z.boolean(),
});
const seatRow = z.object({
  meetingId: z.string(),
  personId: z.string(),
  startsAt: instant,
  endsAt: instant,
  status: z.string(),
});
const changeRow = z.object({ meetingId: z.string(), sequence: z.number(), from: instant });
const versionRow = z.object({
  version: z.number(),
  added: z.number(),
  moved: z.number(),
  removed: z.number(),
});
const pairRow = z.object({
  runId: z.string(),
  most: z.coerce.number(),
  people: z.array(z.string()),
  startsAt: instant.nullable(),
});
const factRow = z.object({
  seq: z.coerce.number(),
  id: z.string(),
  kind: z.string(),
  at: instant,
  isTold: z.boolean(),
  requestId: z.string(),
  meetingId: z.string(),
  version: z.coerce.number(),
  added: z.array(z.string()),
});
const mailRow = z.object({
  id: z.string(),
  dedupeKey: z.string(),
  kind: z.string(),
  subjectId: z.string(),
  to: z.string(),
  state: z.string(),
  ics: z.string(),
});
const roundRow = z.object({
  id: z.string(),
  startsAt: instant,
  endsAt: instant,
  isCancelled: z.boolean(),
  rooms: z.array(z.string()),
  people: z.array(z.string()),
});

export const readRequests = (eventId: string): Promise<RequestRow[]> =>
  sql(
    requestRow,
    `select id, from_person_id as from, to_person_id as to, note, status, counter_of is not null as "isCounter"
       from meeting_requests where event_id = $1`,
    [eventId],
  );

export async function readTalks(eventId: string): Promise<TalkRow[]> {
  const talks = await sql(
    talkRow,
    `select m.id, request_id as "requestId", round_id as "roundId", starts_at as "startsAt", ends_at as "endsAt",
            status, place, table_number as table, calendar_sequence as sequence, p.meeting_id is not null as
            "isPlanned", coalesce(p.is_withdrawn, false) as "isWithdrawn"
       from meetings m left join meeting_plans p on p.meeting_id = m.id where event_id = $1`,
    [eventId],
  );
  const seats = await sql(
    seatRow,
    `select meeting_id as "meetingId", person_id as "personId", lower(during) as "startsAt",
            upper(during) as "endsAt", p.status
       from meeting_people p join meetings m on m.id = p.meeting_id where m.event_id = $1`,
    [eventId],
  );
  const byTalk = Map.groupBy(seats, ({ meetingId }) => meetingId);
  return talks.map((talk) => ({
    ...talk,
    people: (byTalk.get(talk.id) ?? []).map(({ meetingId: _talk, ...seat }) => seat),
  }));
}

export const readChanges = (eventId: string): Promise<ChangeRow[]> =>
  sql(
    changeRow,
    `select meeting_id as "meetingId", sequence, from_starts_at as from
       from talk_changes c join meetings m on m.id = c.meeting_id where m.event_id = $1 and c.kind = 'moved'`,
    [eventId],
  );

export const readVersions = (eventId: string): Promise<VersionRow[]> =>
  sql(versionRow, "select version, added, moved, removed from plan_versions where event_id = $1", [eventId]);

export const readPairs = (eventId: string): Promise<PlannedPair[]> =>
  sql(
    pairRow,
    `select r.id as "runId", r.options->>'max' as most, array[one_person_id, other_person_id]::text[] as people,
            starts_at as "startsAt"
       from plan_runs r join plan_run_pairs p on p.run_id = r.id where r.event_id = $1`,
    [eventId],
  );

/** Which talks a published plan made, their rows say: they are as old as its version. */
export const readTalkFacts = (eventId: string): Promise<TalkFact[]> =>
  sql(
    factRow,
    `select seq, id, kind, created_at as at, dispatched_at is not null as "isTold",
            coalesce(payload->>'requestId', '') as "requestId", coalesce(payload->>'meetingId', '') as "meetingId",
            coalesce(payload->>'version', '0') as version,
            array(select m.id::text from meetings m
                    join meeting_plans p on p.meeting_id = m.id
                    join plan_versions v on v.event_id = m.event_id and v.published_at = m.created_at
                   where outbox.kind = 'plan.published' and m.event_id = $1
                     and v.version::text = payload->>'version') as added
       from outbox
      where payload->>'eventId' = $1 and (kind like 'meeting.%' or kind = 'plan.published')
      order by seq`,
    [eventId],
  );

export const readTalkMails = (eventId: string): Promise<TalkMail[]> =>
  sql(
    mailRow,
    `select id, dedupe_key as "dedupeKey", kind, subject_id as "subjectId", to_email as to, state,
            coalesce(ics, '') as ics
       from mails where event_id = $1`,
    [eventId],
  );

export const readRounds = (eventId: string): Promise<RoundRow[]> =>
  sql(
    roundRow,
    `select r.id, r.starts_at as "startsAt", r.ends_at as "endsAt", r.cancelled_at is not null as "isCancelled",
            array(select lk_name from rooms where round_id = r.id) as rooms,
            array(select a.person_id::text from assignments s join admissions a on a.id = s.admission_id
                   where s.round_id = r.id) as people
       from rounds r join live_sessions l on l.id = r.live_session_id
      where l.event_id = $1 and r.kind = 'talk'`,
    [eventId],
  );
