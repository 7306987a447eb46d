import "server-only";
import { and, eq, gt, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { db, type Reader } from "@/db/client";
import { people, signInCodes, verificationTokens } from "@/db/schema/people";
import type { Grant } from "@/domain/grants";
import type { Actor } from "@/domain/policy";
import { type Id, idOf } from "@/lib/ids";
import { keptSince } from "@/lib/privacy/retention";
import { now as clockNow } from "@/lib/time/clock";
import { hashOfMailToken, unseal } from "@/lib/tokens";
import { signInMail } from "./schema";

export type PersonView = typeof people.$inferSelect;

export async function findPerson(id: Id<"person">, reader: Reader = db()): Promise<PersonView | undefined> {
  const [row] = await reader.select().from(people).where(eq(people.id, id));
  return row;
}

/** What the signed-in person may see and change of themselves; undefined for everybody else. */
export async function profileOf(viewer: Actor, reader: Reader = db()): Promise<PersonView | undefined> {
  return viewer.type === "person" ? findPerson(viewer.personId, reader) : undefined;
}

const grant = z.object({
  role: z.enum(["network_admin", "organizer", "observer", "member", "host", "cohost", "speaker", "check_in"]),
  networkId: idOf("network"),
  eventId: idOf("event").nullable(),
  by: z.enum(["list", "domain"]).nullable(),
});
const holder = z.object({
  personId: idOf("person"),
  grants: z.array(
    grant.transform(
      ({ eventId, by, ...held }): Grant => ({ ...held, ...(eventId && { eventId }), ...(by && { by }) }),
    ),
  ),
});

/**
 * Every role of the person `p` of the query around it: in networks, in events, in what their network co-hosts with
 * access, and as a member by a list or a domain, which counts for proven addresses only. A member of a co-hosting
 * network is one in its members-only events alone. What is co-hosted counts as long as there is something to see of it,
 * so that nobody's roles grow with all that ever took place.
 */
const heldBy = (now: Date) => sql`(
  with of_network as (
    select m.role, m.network_id, null as by from network_members m where m.person_id = p.id
    union all
    select 'member', a.network_id, 'list' from network_addresses a
     where a.email = p.email and p.email_verified is not null
    union all
    select 'member', d.network_id, 'domain' from network_domains d
     where d.domain = split_part(p.email, '@', 2) and p.email_verified is not null)
  select coalesce(jsonb_agg(jsonb_build_object('role', role, 'networkId', network_id, 'eventId', event_id, 'by', by)), '[]'::jsonb)
    from (
      select h.role, h.network_id, null as event_id, h.by from of_network h
      union all
      select r.role, e.network_id, e.id, null from event_roles r join events e on e.id = r.event_id
       where r.person_id = p.id
      union all
      select case when h.role in ('organizer', 'network_admin') then 'organizer' else 'member' end, e.network_id, e.id, h.by
        from of_network h
        join event_networks n on n.network_id = h.network_id and n.has_access
        join events e on e.id = n.event_id
       where (h.role in ('organizer', 'network_admin') or (e.members_only and e.status <> 'draft'))
         and (e.status in ('live', 'postponed') or e.ends_at > ${keptSince("materials", now).toISOString()}::timestamptz)
    ) held)`;

/** Who holds this login now, with every role, in one round trip. Undefined for unknown and expired tokens. */
export async function personOfLogin(
  sessionToken: string,
  now: Date,
  reader: Reader = db(),
): Promise<{ personId: Id<"person">; grants: Grant[] } | undefined> {
  const { rows } = await reader.execute(sql`
    select p.id as "personId", ${heldBy(now)} as grants
      from logins l
      join people p on p.id = l.person_id and p.erased_at is null
     where l.session_token = ${sessionToken} and l.expires > ${now.toISOString()}::timestamptz`);
  return holder.safeParse(rows[0]).data;
}

/** The roles that these people hold now. */
export async function grantsOf(
  personIds: readonly Id<"person">[],
  reader: Reader = db(),
): Promise<Map<Id<"person">, Grant[]>> {
  if (personIds.length === 0) return new Map();
  const { rows } = await reader.execute(sql`
    select p.id as "personId", ${heldBy(clockNow())} as grants
      from people p
     where ${inArray(sql`p.id`, [...personIds])} and p.erased_at is null`);
  return new Map(
    z
      .array(holder)
      .parse(rows)
      .map(({ personId, grants }) => [personId, grants]),
  );
}

/** What the mail of `signin.requested` says; undefined once the code was used or its time is over. */
export async function signInMailOf(
  codeId: Id<"code">,
  reader: Reader = db(),
): Promise<{ email: string; locale: "de" | "en"; link: string; code: string; expiresAt: Date } | undefined> {
  const [row] = await reader.select().from(signInCodes).where(eq(signInCodes.id, codeId));
  const mail = row && !row.usedAt ? await unseal("sign-in-mail", row.sealed, signInMail) : undefined;
  if (!row || !mail) return undefined;
  const { email, locale, link, code } = mail;
  return { email, locale, link, code, expiresAt: row.expiresAt };
}

/** Whether the link in a sign-in mail would still sign somebody in: it is neither used nor over. */
export async function isLinkUsable(
  link: { email: string; token: string },
  now: Date,
  reader: Reader = db(),
): Promise<boolean> {
  const { identifier, token, expires } = verificationTokens;
  const mailed = and(eq(identifier, link.email), eq(token, hashOfMailToken(link.token)), gt(expires, now));
  return (await reader.$count(verificationTokens, mailed)) > 0;
}
