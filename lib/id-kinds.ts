/** Every kind of row names itself in its id, so a mixed-up id is visible in a log and refused by a schema. */
export const idPrefixes = {
  alliance: "all",
  network: "net",
  person: "per",
  series: "ser",
  event: "evt",
  session: "ses",
  speaker: "spk",
  template: "tpl",
  registration: "reg",
  claim: "clm",
  invitation: "inv",
  roleInvitation: "rol",
  liveSession: "liv",
  room: "rom",
  admission: "adm",
  round: "rnd",
  networking: "spd",
  sanction: "san",
  listing: "lst",
  entry: "ent",
  contact: "con",
  request: "req",
  meeting: "mtg",
  planRun: "run",
  plannedTalk: "pln",
  talkInvitation: "tki",
  calendarImport: "imp",
  requestMessage: "rqm",
  message: "msg",
  hand: "hnd",
  mail: "mai",
  circular: "cir",
  calendarFeed: "cal",
  fact: "fct",
  audit: "aud",
  code: "cod",
  question: "que",
  material: "mat",
  file: "fil",
  upload: "upl",
  emailChange: "chg",
} as const;

export type IdKind = keyof typeof idPrefixes;
export type Id<Kind extends IdKind> = `${(typeof idPrefixes)[Kind]}_${string}`;

/** Whether this is an id of this kind; known without a schema, for what every page loads. */
export const isIdOf = <Kind extends IdKind>(kind: Kind, value: unknown): value is Id<Kind> =>
  typeof value === "string" && new RegExp(`^${idPrefixes[kind]}_[0-9a-z]{6,40}$`).test(value);
