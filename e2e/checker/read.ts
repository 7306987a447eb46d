import { z } from "zod";
import { sql } from "../fixtures/database";
import { mailsTo } from "../fixtures/mailbox";
import type { Fact, Registration, SeatPlan } from "./evidence";
import type { MailRow } from "./intended";

/** Addresses whose mailbox is looked at as well; the rows are read of all. */
const MAILBOXES = 60;

/** Our events, by how their addresses begin. */
const OURS = "select id from events where slug like $1 || '%'";

const registrationRow = z.object({
  id: z.string(),
  eventId: z.string(),
  email: z.string(),
  status: z.string(),
  isProven: z.boolean(),
});
const planRow = z.object({
  eventId: z.string(),
  capacity: z.number().nullable(),
  confirmed: z.number(),
  waiting: z.number(),
});
const factRow = z.object({
  seq: z.coerce.number(),
  id: z.string(),
  kind: z.string(),
  eventId: z.string(),
  registrationId: z.string(),
  at: z.date().transform((at) => at.getTime()),
  isTold: z.boolean(),
});
const mailRow = z.object({
  id: z.string(),
  dedupeKey: z.string(),
  kind: z.string(),
  subjectId: z.string(),
  to: z.string(),
  state: z.string(),
});

export const readRegistrations = (prefix: string): Promise<Registration[]> =>
  sql(
    registrationRow,
    `select id, event_id as "eventId", email, status, proven_at is not null as "isProven"
       from registrations where event_id in (${OURS})`,
    [prefix],
  );

export const readPlans = (prefix: string): Promise<SeatPlan[]> =>
  sql(
    planRow,
    `select event_id as "eventId", capacity, confirmed, waiting from seat_plans where event_id in (${OURS})`,
    [prefix],
  );

export const readFacts = (prefix: string): Promise<Fact[]> =>
  sql(
    factRow,
    `select seq, id, kind, payload->>'eventId' as "eventId", coalesce(payload->>'registrationId', '') as
            "registrationId", created_at as at, dispatched_at is not null as "isTold"
       from outbox where payload->>'eventId' in (${OURS}) order by seq`,
    [prefix],
  );

export const readMails = (prefix: string): Promise<MailRow[]> =>
  sql(
    mailRow,
    `select id, dedupe_key as "dedupeKey", kind, subject_id as "subjectId", to_email as to, state
       from mails where event_id in (${OURS})`,
    [prefix],
  );

/** What the mailbox shows of some of these addresses, spread over all. */
export async function readMailboxes(mails: readonly MailRow[]): Promise<Record<string, string[]>> {
  const all = [...new Set(mails.map(({ to }) => to))].sort();
  const step = Math.max(1, Math.floor(all.length / MAILBOXES));
  const shown: Record<string, string[]> = {};
  for (const to of all.filter((_, index) => index % step === 0))
    shown[to] = (await mailsTo(to)).map(({ id }) => id);
  return shown;
}

/** News that wait, so that nobody gets one a minute, go out as if their pause were over: a run is shorter than it. */
export async function letPausesPass(): Promise<void> {
  await sql(
    z.object({}),
    "update mails set next_attempt_at = now() where state = 'queued' and attempts = 0 and next_attempt_at > now()",
  );
}
