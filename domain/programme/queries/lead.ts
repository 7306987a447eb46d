import "server-only";
import { sql } from "drizzle-orm";
import { networks } from "@/db/schema/alliance";

const legal = sql`${networks.imprintDe} || ${networks.imprintEn} || ${networks.privacyDe} || ${networks.privacyEn} || ${networks.termsDe} || ${networks.termsEn}`;

/** What an event's page says of its lead network. */
export const leadColumns = {
  slug: networks.slug,
  name: networks.name,
  contactEmail: networks.contactEmail,
  hasLegal: sql<boolean>`${legal} <> ''`,
};
