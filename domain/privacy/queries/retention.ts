import "server-only";
import { desc, eq, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { db, type Reader } from "@/db/client";
import { formQuestions } from "@/db/schema/forms";
import { chatMessages } from "@/db/schema/interaction";
import { pollBallots } from "@/db/schema/interaction-polls";
import { audienceQuestions } from "@/db/schema/interaction-questions";
import { sheets } from "@/db/schema/interaction-sheets";
import { forgettings } from "@/db/schema/kernel-forgettings";
import { meetingRequests, meetings } from "@/db/schema/matchmaking";
import { events } from "@/db/schema/programme";
import { answers, registrations } from "@/db/schema/registration";
import { admissions } from "@/db/schema/rooms";
import { type Actor, can } from "@/domain/policy";
import { keptUntil } from "@/domain/programme/queries/forgettable";
import type { Id } from "@/lib/ids";
import { type Foreseen, foreseen } from "../rules";

/** How many rows of the event `events` there are of each kind that goes by the day of the event. */
const counts: Record<Foreseen, SQL> = {
  unproven: sql`(select count(*) from ${registrations}
    where ${registrations.eventId} = ${events.id} and ${registrations.provenAt} is null
      and not exists (select 1 from ${admissions} where ${admissions.registrationId} = ${registrations.id}))`,
  sensitive: sql`(select count(*) from ${answers} join ${formQuestions} on ${formQuestions.id} = ${answers.questionId}
    where ${formQuestions.eventId} = ${events.id} and ${formQuestions.sensitive})`,
  chat: sql`((select count(*) from ${chatMessages} where ${chatMessages.eventId} = ${events.id})
    + (select count(*) from ${pollBallots} where ${pollBallots.eventId} = ${events.id})
    + (select count(*) from ${sheets} where ${sheets.eventId} = ${events.id})
    + (select count(*) from ${audienceQuestions} where ${audienceQuestions.eventId} = ${events.id}))`,
  talks: sql`((select count(*) from ${meetings} where ${meetings.eventId} = ${events.id})
    + (select count(*) from ${meetingRequests} where ${meetingRequests.eventId} = ${events.id}))`,
  presence: sql`(select count(*) from ${admissions} where ${admissions.eventId} = ${events.id})`,
  registrations: sql`(select count(*) from ${registrations} where ${registrations.eventId} = ${events.id})`,
};

/** One kind of rows of one event, and the instant after which the jobs delete them. */
export type Due = { kept: Foreseen; title: string; slug: string; on: Date; rows: number };

const due = z.array(
  z.object({ title: z.string(), slug: z.string(), on: z.coerce.date(), rows: z.coerce.number() }),
);

/** What comes next of a kind: events with something to delete, the soonest first. */
async function dueOf(kept: Foreseen, networkId: Id<"network">, reader: Reader): Promise<Due[]> {
  const { rows } = await reader.execute(sql`
    select title, slug, "on", rows from (
      select ${events.title} as title, ${events.slug} as slug, ${counts[kept]} as rows,
             ${keptUntil(kept)} as "on"
        from ${events}
       where ${events.networkId} = ${networkId}) planned
     where rows > 0
     order by "on", slug
     limit 50`);
  return due.parse(rows).map((one) => ({ kept, ...one }));
}

export type Gone = { seq: number; at: Date; kept: string; rows: number };
export type Retention = { ahead: Due[]; gone: Gone[] };

/**
 * What of a network will be deleted when, and what was lately, in numbers, for its office (P10). Undefined for others. A
 * person who is not seen any more belongs to no network, and neither does a mail to them: those are nobody's to preview.
 */
export async function retentionOf(
  viewer: Actor,
  networkId: Id<"network">,
  reader: Reader = db(),
): Promise<Retention | undefined> {
  if (!can(viewer, "retention.read", { networkId })) return undefined;
  const ahead: Due[] = [];
  for (const kept of foreseen) ahead.push(...(await dueOf(kept, networkId, reader)));
  const gone = await reader
    .select({ seq: forgettings.seq, at: forgettings.at, kept: forgettings.kept, rows: forgettings.rows })
    .from(forgettings)
    .where(eq(forgettings.networkId, networkId))
    .orderBy(desc(forgettings.seq))
    .limit(100);
  return { ahead: ahead.sort((a, b) => a.on.getTime() - b.on.getTime()), gone };
}
