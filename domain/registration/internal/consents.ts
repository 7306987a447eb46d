import { eq, inArray, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "@/db/client";
import { registrations } from "@/db/schema/registration";
import { consents } from "@/db/schema/registration-consents";
import type { Context } from "@/domain/kernel/context";
import type { Id } from "@/lib/ids";
import { consentTexts } from "../labels";
import { givenBy } from "../queries/given";
import { isHeld } from "../rules";

type RegistrationId = Id<"registration">;
type Ground = Pick<Context, "tx" | "now">;
type Locale = "de" | "en";

/** The last word of these registrations about each thing they were asked to agree to. */
const lastWords = (ids: readonly RegistrationId[]): SQL => sql`
  select distinct on (registration_id, what) registration_id, what, text_version, locale, act
    from ${consents}
   where ${inArray(consents.registrationId, [...ids])}
   order by registration_id, what, seq desc`;

const word = z.object({
  what: z.string(),
  text_version: z.number(),
  locale: z.enum(["de", "en"]),
  act: z.enum(["given", "withdrawn"]),
});

/** What a registration agrees to now, by the version of each text; nothing once it is given back. */
async function agreedNow(tx: Transaction, id: RegistrationId) {
  const [row] = await tx.select().from(registrations).where(eq(registrations.id, id));
  const agreed = new Map<string, number>();
  if (!row || !isHeld(row)) return { agreed, locale: "de" as Locale };
  if (row.talksOptIn) agreed.set("talks", consentTexts.talks);
  if (row.listed !== "nobody") agreed.set(`listed.${row.listed}`, consentTexts[`listed.${row.listed}`]);
  for (const { asked, questionId, version } of await givenBy(id, tx))
    if (asked.kind === "consent") agreed.set(questionId, version);
  return { agreed, locale: row.locale };
}

type Settling = { registrationId: RegistrationId; how: "form" | "page"; locale?: Locale | undefined };

/**
 * Writes down what has changed since the last time: what is agreed to now and was not, or to another text, and what is no
 * longer. Called after whatever can change it; without a change it writes nothing.
 */
export async function settleConsents({ tx, now }: Ground, { registrationId, how, ...said }: Settling) {
  const { agreed, locale } = await agreedNow(tx, registrationId);
  const { rows } = await tx.execute(lastWords([registrationId]));
  const standing = z
    .array(word)
    .parse(rows)
    .filter(({ act }) => act === "given");
  const row = { registrationId, how, at: now };
  const gone = standing.filter(({ what, text_version }) => agreed.get(what) !== text_version);
  const known = new Map(standing.map(({ what, text_version }) => [what, text_version]));
  const added = [...agreed].filter(([what, version]) => known.get(what) !== version);
  const written = [
    ...gone.map(({ what, text_version, locale: in_ }) => ({
      ...{ ...row, what, textVersion: text_version, locale: in_ },
      act: "withdrawn" as const,
    })),
    ...added.map(([what, textVersion]) => ({
      ...{ ...row, what, textVersion, locale: said.locale ?? locale },
      act: "given" as const,
    })),
  ];
  if (written.length > 0) await tx.insert(consents).values(written);
}

/** Whatever these registrations agreed to ended with them. One statement, however many they are. */
export async function withdrawConsents({ tx, now }: Ground, ids: readonly RegistrationId[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.execute(sql`
    insert into consents (registration_id, what, text_version, locale, act, how, at)
    select registration_id, what, text_version, locale, 'withdrawn', 'ended', ${now.toISOString()}::timestamptz
      from (${lastWords(ids)}) last
     where act = 'given'`);
}
