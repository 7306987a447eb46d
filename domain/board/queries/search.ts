import "server-only";
import { and, arrayOverlaps, or, type SQL, sql } from "drizzle-orm";
import { entries } from "@/db/schema/board";
import { normalised, searchWords } from "@/lib/plain-words";
import type { Taxonomy } from "../rules";

/** A word as part of a longer one. Normalised words hold letters and digits only: nothing in them means anything to LIKE. */
const holds = (word: string): SQL => sql`${entries.searchText} like ${`%${word}%`}`;

/** As long as this a word is looked for with a letter wrong, too. */
const LONG = 5;
const near = (word: string): SQL =>
  sql`strict_word_similarity(${word}, ${entries.searchText}) > 0.55 and ${word} <% ${entries.searchText}`;

/**
 * Entries in which something is said: by German full text, which knows „Sensoren“ by „Sensor“; by parts of compound
 * words, which it does not; by a tag's names and synonyms in both languages; and with a letter wrong. Undefined for
 * nothing.
 */
export function saying(query: string, taxonomy: Taxonomy): SQL | undefined {
  const words = searchWords(query);
  if (words.length === 0) return undefined;
  const tags = taxonomy.matching(query).flatMap(taxonomy.family);
  return or(
    sql`${entries.searchVector} @@ plainto_tsquery('german'::regconfig, ${query})`,
    and(...words.map((word) => (word.length >= LONG ? or(holds(word), near(word)) : holds(word)))),
    tags.length > 0 ? arrayOverlaps(entries.tags, tags) : undefined,
  );
}

/** How well an entry answers: full text first, then likeness. */
export const relevance = (query: string): SQL =>
  sql`ts_rank(${entries.searchVector}, plainto_tsquery('german'::regconfig, ${query})) + word_similarity(${normalised(query)}, ${entries.searchText}) desc`;
