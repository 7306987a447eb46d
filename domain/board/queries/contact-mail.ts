import "server-only";
import { and, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db, type Reader } from "@/db/client";
import { networks } from "@/db/schema/alliance";
import { entries, entryContacts } from "@/db/schema/board";
import { people } from "@/db/schema/people";
import { series } from "@/db/schema/programme";
import type { Id } from "@/lib/ids";
import { notHiddenFrom } from "./visible";

const author = alias(people, "author");

/**
 * All that mails about an offer of help say: who offers, whose entry it is, and how it stands. Nothing between two who keep away
 * from each other by then: a mail may be written long after the offer was made.
 */
export async function contactMail(contactId: Id<"contact">, reader: Reader = db()) {
  const [row] = await reader
    .select({
      contact: entryContacts,
      entry: entries,
      helper: people,
      author,
      network: networks,
      slug: series.slug,
    })
    .from(entryContacts)
    .innerJoin(entries, eq(entries.id, entryContacts.entryId))
    .innerJoin(people, eq(people.id, entryContacts.personId))
    .innerJoin(networks, eq(networks.id, entries.networkId))
    .innerJoin(series, eq(series.id, entries.seriesId))
    .leftJoin(author, eq(author.id, entries.personId))
    .where(and(eq(entryContacts.id, contactId), notHiddenFrom(entryContacts.personId)));
  if (!row) return undefined;
  const { contact, entry, helper, network, slug } = row;
  // An office reads German; a person what they chose.
  const side = row.author
    ? { name: row.author.name, email: row.author.email, locale: row.author.locale }
    : { name: network.name, email: network.contactEmail, locale: "de" as const };
  return {
    state: contact.state,
    note: contact.note,
    entry: { id: entry.id, title: entry.title, organisation: entry.organisation },
    path: `/s/${slug}/board/${entry.id}`,
    network: {
      name: network.name,
      mark: network.mark,
      colour: network.colour,
      contactEmail: network.contactEmail,
    },
    helper: {
      name: helper.name,
      organisation: helper.organisation,
      email: helper.email,
      locale: helper.locale,
    },
    side,
  };
}
