/** What is held about people, table by table: what a copy of one's data shows of it, and what becomes of it on erasing. */

/** Parts of the copy that everybody can take of their own data, in its order. */
export const sections = [
  "profile",
  "roles",
  "signIns",
  "registrations",
  "answers",
  "consents",
  "talks",
  "requests",
  "listings",
  "entries",
  "availability",
  "rooms",
  "stays",
  "messages",
  "mails",
  "refusals",
  "calendar",
  "speakers",
  "circulars",
  "activity",
] as const;
export type Section = (typeof sections)[number];

/** What an entry can say; the catalog has a word for each. */
export const fields = [
  "name",
  "email",
  "organisation",
  "image",
  "language",
  "timeZone",
  "createdAt",
  "provenAt",
  "network",
  "role",
  "event",
  "signedInAt",
  "expiresAt",
  "provider",
  "accountId",
  "from",
  "to",
  "askedAt",
  "startsAt",
  "endsAt",
  "status",
  "attendance",
  "talks",
  "visibleTo",
  "source",
  "byColleague",
  "colleagues",
  "tags",
  "confirmedAt",
  "cancelledAt",
  "question",
  "answer",
  "version",
  "consent",
  "act",
  "how",
  "at",
  "partner",
  "outcome",
  "direction",
  "note",
  "answeredAt",
  "listing",
  "mark",
  "tag",
  "text",
  "minutes",
  "sanctions",
  "joinedAt",
  "leftAt",
  "hidden",
  "mail",
  "state",
  "sentAt",
  "refusedAt",
  "sharedAt",
  "command",
  "subjectDe",
  "bodyDe",
  "subjectEn",
  "bodyEn",
] as const;
export type FieldName = (typeof fields)[number];
/** Fields that hold a word of ours, which a page says in its own language. */
const coded: ReadonlySet<FieldName> = new Set<FieldName>([
  ...(["language", "role", "status", "attendance", "visibleTo", "source", "act", "how"] as const),
  ...(["outcome", "direction", "listing", "mark", "state"] as const),
]);
export const isCoded = (field: FieldName): boolean => coded.has(field);

export type Value = string | number | boolean | Date | null;
export type Entry = Readonly<Partial<Record<FieldName, Value>>>;
export type PersonalData = Readonly<Record<Section, readonly Entry[]>>;

/** Gone; without anything that leads to the person; or kept, for the reason that the page names. */
export const fates = ["deleted", "anonymised", "kept"] as const;
export type Fate = (typeof fates)[number];

/** Why a table that can lead to a person is no part of the copy. */
export const unshown = {
  /** Opens something, or would, for a few minutes more. */
  secret: "secret",
  /** Ids and moments of the machine's own, gone within days. */
  machinery: "machinery",
  /** About somebody else, or about many at once. */
  others: "others",
  /** Says nothing that the rows it hangs on don't say. */
  contained: "contained",
} as const;
type Unshown = keyof typeof unshown;

type Handling = { fate: Fate } & ({ section: Section } | { unshown: Unshown });

/** Every table with a way to a person. A test compares this list and the next one with the schema. */
export const personalTables: Readonly<Record<string, Handling>> = {
  people: { section: "profile", fate: "deleted" },
  network_members: { section: "roles", fate: "deleted" },
  event_roles: { section: "roles", fate: "deleted" },
  network_addresses: { section: "roles", fate: "deleted" },
  role_invitations: { section: "roles", fate: "deleted" },
  logins: { section: "signIns", fate: "deleted" },
  accounts: { section: "signIns", fate: "deleted" },
  email_changes: { section: "signIns", fate: "deleted" },
  verification_tokens: { unshown: "secret", fate: "deleted" },
  sign_in_codes: { unshown: "secret", fate: "deleted" },
  registrations: { section: "registrations", fate: "deleted" },
  registration_claims: { unshown: "others", fate: "deleted" },
  answers: { section: "answers", fate: "deleted" },
  uploads: { section: "answers", fate: "deleted" },
  consents: { section: "consents", fate: "deleted" },
  invitations: { section: "registrations", fate: "deleted" },
  meeting_requests: { section: "requests", fate: "deleted" },
  meeting_request_slots: { unshown: "contained", fate: "deleted" },
  meeting_people: { section: "talks", fate: "deleted" },
  meetings: { section: "talks", fate: "anonymised" },
  listings: { section: "listings", fate: "deleted" },
  talk_profiles: { section: "listings", fate: "deleted" },
  person_blocks: { unshown: "others", fate: "deleted" },
  hidden_from: { section: "listings", fate: "deleted" },
  entries: { section: "entries", fate: "deleted" },
  entry_files: { unshown: "contained", fate: "deleted" },
  entry_contacts: { section: "entries", fate: "deleted" },
  entry_reports: { section: "entries", fate: "deleted" },
  digest_readers: { section: "entries", fate: "deleted" },
  request_messages: { section: "requests", fate: "deleted" },
  talk_invitations: { section: "requests", fate: "deleted" },
  availability_marks: { section: "availability", fate: "deleted" },
  calendar_imports: { section: "availability", fate: "deleted" },
  busy_times: { section: "availability", fate: "deleted" },
  admissions: { section: "rooms", fate: "anonymised" },
  attendance_records: { section: "rooms", fate: "anonymised" },
  check_ins: { section: "stays", fate: "deleted" },
  participations: { section: "stays", fate: "anonymised" },
  placements: { unshown: "machinery", fate: "anonymised" },
  assignments: { unshown: "machinery", fate: "anonymised" },
  sanctions: { section: "rooms", fate: "anonymised" },
  rooms: { unshown: "contained", fate: "anonymised" },
  chat_messages: { section: "messages", fate: "anonymised" },
  hands: { unshown: "machinery", fate: "deleted" },
  mails: { section: "mails", fate: "deleted" },
  mail_refusals: { section: "refusals", fate: "kept" },
  mail_bounces: { section: "refusals", fate: "deleted" },
  calendar_feeds: { section: "calendar", fate: "deleted" },
  speakers: { section: "speakers", fate: "kept" },
  session_speakers: { unshown: "contained", fate: "kept" },
  circulars: { section: "circulars", fate: "anonymised" },
  circular_people: { unshown: "contained", fate: "deleted" },
  audit_entries: { section: "activity", fate: "kept" },
  idempotency_answers: { unshown: "machinery", fate: "deleted" },
  webhook_receipts: { unshown: "machinery", fate: "kept" },
  outbox: { unshown: "machinery", fate: "kept" },
  fact_deliveries: { unshown: "machinery", fate: "kept" },
  signals: { unshown: "machinery", fate: "kept" },
  channels: { unshown: "machinery", fate: "kept" },
  erasures: { unshown: "machinery", fate: "kept" },
};

/** Tables that say nothing of a person: what organizers and the installation set up, and mere numbers. */
export const impersonalTables: readonly string[] = [
  "alliances",
  "networks",
  "series",
  "series_networks",
  "events",
  "event_networks",
  "network_domains",
  "event_templates",
  "materials",
  "sessions",
  "talk_windows",
  "taxonomy_tags",
  "talk_tables",
  "seat_plans",
  "form_questions",
  "question_wordings",
  "live_sessions",
  "rounds",
  "room_settings",
  "attendance_totals",
  "mail_settings",
  "forgettings",
  "cache_tags",
  "settings",
];

/** What goes by the day of its event, so that its office can see it coming. */
export const foreseen = ["unproven", "sensitive", "chat", "talks", "presence", "registrations"] as const;
export type Foreseen = (typeof foreseen)[number];
