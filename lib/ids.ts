import { z } from "zod";

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
  sanction: "san",
  listing: "lst",
  request: "req",
  meeting: "mtg",
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

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

const randomText = (length: number): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(length)), (byte) => ALPHABET[byte & 31]).join("");

/** A new random id: prefix and 24 characters of Crockford's base 32, 120 bits, so it can't be guessed. */
export const newId = <Kind extends IdKind>(kind: Kind): Id<Kind> => `${idPrefixes[kind]}_${randomText(24)}`;

/** Twelve such characters, 60 bits: what people can copy by hand, and nobody finds by trying over the net. */
export const newCode = (): string => randomText(12);

/** A schema that accepts only ids of this kind; the message is a key of the `errors` catalog. */
export const idOf = <Kind extends IdKind>(kind: Kind) =>
  z.custom<Id<Kind>>(
    (value) => typeof value === "string" && new RegExp(`^${idPrefixes[kind]}_[0-9a-z]{6,40}$`).test(value),
    "invalid_id",
  );
