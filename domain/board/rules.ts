import type { Locale } from "@/lib/i18n/locales";
import { normalised, searchWords } from "@/lib/plain-words";
import { freeSlug } from "@/lib/slug";
import { builtIn, type EntryState, type Words } from "./labels";

/** A tag as an alliance has it. */
export type TagRow = {
  tag: string;
  field: string;
  labelDe: string;
  labelEn: string;
  synonyms: readonly string[];
  eventId: string | null;
  mergedInto: string | null;
  retiredAt: Date | null;
};

/** The tags an alliance begins with, as rows. */
export const builtInRows = (): TagRow[] =>
  builtIn.flatMap(({ id: field, tags }) =>
    tags.map(([tag, labelDe, labelEn, synonyms = ""]) => ({
      ...{ tag, field, labelDe, labelEn, eventId: null, mergedInto: null, retiredAt: null },
      synonyms: synonyms === "" ? [] : synonyms.split(", "),
    })),
  );

/** A tag with what it is called, its id being that of the one it was merged into. */
export type NamedTag = { tag: string; words: Words };
export type PickTag = NamedTag & { synonyms: readonly string[] };
export type PickField = { id: string; words: Words; tags: readonly PickTag[] };

export type Taxonomy = {
  /** What can be chosen, by field. */
  fields: readonly PickField[];
  /** The id that counts today; undefined for a tag that never was. */
  resolve: (tag: string) => string | undefined;
  /** Whether the office offers it no longer, today's id of it being meant: what has it keeps it, nothing new gets it. */
  isRetired: (tag: string) => boolean;
  named: (tag: string) => NamedTag;
  /** This tag and all that were merged into it: what rows may say. */
  family: (tag: string) => string[];
  /** Tags whose name or synonym, in either language, holds every word of the search. */
  matching: (query: string) => string[];
};

const fieldWords = new Map(builtIn.map(({ id, words }) => [id, words]));

/** How often a tag that was merged may have been merged again; a circle, which no command makes, ends here. */
const MERGES = 20;

const namesOf = (row: TagRow | undefined): string[] =>
  row ? [row.labelDe, row.labelEn, ...row.synonyms].map(normalised) : [];

/** Tags one of whose names holds every word of the search. */
function tagsNamed(spoken: readonly { tag: string; names: readonly string[] }[], query: string): string[] {
  const words = searchWords(query);
  if (words.length === 0) return [];
  return spoken.flatMap(({ tag, names }) =>
    names.some((name) => words.every((word) => name.includes(word))) ? [tag] : [],
  );
}

/** What an alliance's rows mean together. */
export function taxonomyOf(rows: readonly TagRow[]): Taxonomy {
  const byId = new Map(rows.map((row) => [row.tag, row]));
  const resolve = (tag: string): string | undefined => {
    let row = byId.get(tag);
    for (let hop = 0; row?.mergedInto && hop < MERGES; hop++) row = byId.get(row.mergedInto);
    return row?.tag;
  };
  const isRetired = (tag: string) => (byId.get(resolve(tag) ?? tag)?.retiredAt ?? null) !== null;
  const named = (asked: string): NamedTag => {
    const tag = resolve(asked) ?? asked;
    const row = byId.get(tag);
    return { tag, words: row ? { de: row.labelDe, en: row.labelEn } : { de: asked, en: asked } };
  };
  const live = rows.filter(({ mergedInto }) => mergedInto === null);
  const family = (tag: string) => {
    const target = resolve(tag) ?? tag;
    const members = rows.flatMap((row) => (resolve(row.tag) === target ? [row.tag] : []));
    return members.length > 0 ? members : [tag];
  };
  const fields = [...new Set(live.map(({ field }) => field))].map((id) => ({
    id,
    words: fieldWords.get(id) ?? { de: id, en: id },
    tags: live
      .filter((row) => row.field === id && row.retiredAt === null)
      .map(({ tag, labelDe, labelEn, synonyms }) => ({ tag, words: { de: labelDe, en: labelEn }, synonyms })),
  }));
  // Of what was merged the former names stay findable.
  const spoken = live.map(({ tag }) => ({
    tag,
    names: family(tag).flatMap((member) => namesOf(byId.get(member))),
  }));
  const matching = (query: string) => tagsNamed(spoken, query);
  return {
    fields: fields.filter(({ tags }) => tags.length > 0),
    resolve,
    isRetired,
    named,
    family,
    matching,
  };
}

/** A new tag's id: its German name in plain letters; a number behind it where that is taken. */
export function tagIdFor(label: string, taken: ReadonlySet<string>): string {
  const base =
    normalised(label)
      .replaceAll(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, "")
      .slice(0, 40) || "thema";
  return freeSlug(base, taken);
}

export type MergeRefusal = "unknown_tag" | "same_tag" | "other_event";

/** Why one tag can't become another; undefined when it can. */
export function mergeRefusal(rows: readonly TagRow[], from: string, into: string): MergeRefusal | undefined {
  const { resolve } = taxonomyOf(rows);
  const [source, target] = [rows.find(({ tag }) => tag === from), rows.find(({ tag }) => tag === into)];
  if (!source || !target || source.mergedInto || target.mergedInto || target.retiredAt) return "unknown_tag";
  if (resolve(into) === from || from === into) return "same_tag";
  return target.eventId !== null && target.eventId !== source.eventId ? "other_event" : undefined;
}

/** What an entry's own side may make of it in each state. Solved is the end; what was dropped by mistake opens again. */
export const nextEntryStates = {
  open: ["in_talks", "solved"],
  in_talks: ["open", "solved"],
  solved: ["open"],
} as const satisfies Record<EntryState, readonly EntryState[]>;

export const mayBecome = (from: EntryState, to: EntryState): boolean =>
  (nextEntryStates[from] as readonly EntryState[]).includes(to);

export const DAY_MS = 86_400_000;
/** The longest an entry is valid; it can be renewed. */
export const MOST_VALID_DAYS = 366;

/** The last instant of a day by our own zone is close enough: entries end by the day. `undefined` is too early or too late. */
export function validUntil(day: string, now: Date): Date | undefined {
  const end = new Date(`${day}T23:59:59+01:00`);
  const ahead = end.getTime() - now.getTime();
  return ahead > 0 && ahead < MOST_VALID_DAYS * DAY_MS ? end : undefined;
}

/** The day that is offered: a month after the series, or after today where that is over. */
export function proposedDay(endsOn: string, now: Date): string {
  const from = Math.max(new Date(`${endsOn}T12:00:00Z`).getTime(), now.getTime());
  return new Date(from + 30 * DAY_MS).toISOString().slice(0, 10);
}

/** Needs and requests look for something; an offer gives it. */
export const seeks = (kind: string): boolean => kind !== "offer";

/** Which Monday a digest belongs to, as its key says; undefined on days and hours on which none is written. */
export function digestWeek(now: Date): string | undefined {
  // Mondays from six o'clock UTC: by noon in every zone of the alliance it is there. Later in the week nobody is surprised by one.
  if (now.getUTCDay() !== 1 || now.getUTCHours() < 6) return undefined;
  return now.toISOString().slice(0, 10);
}
export const DIGEST_DAYS = 7;
/** So many entries are named in a digest; a link leads to the rest. */
export const DIGEST_ENTRIES = 10;

/** The label in the reader's language. */
export const labelOf = ({ words }: NamedTag, locale: Locale): string => words[locale];
