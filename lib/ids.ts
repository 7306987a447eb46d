import { z } from "zod";
import { type Id, type IdKind, idPrefixes, isIdOf } from "./id-kinds";

export type { Id, IdKind } from "./id-kinds";

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

const randomText = (length: number): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(length)), (byte) => ALPHABET[byte & 31]).join("");

/** A new random id: prefix and 24 characters of Crockford's base 32, 120 bits, so it can't be guessed. */
export const newId = <Kind extends IdKind>(kind: Kind): Id<Kind> => `${idPrefixes[kind]}_${randomText(24)}`;

/** Twelve such characters, 60 bits: what people can copy by hand, and nobody finds by trying over the net. */
export const newCode = (): string => randomText(12);

/** A schema that accepts only ids of this kind; the message is a key of the `errors` catalog. */
export const idOf = <Kind extends IdKind>(kind: Kind) =>
  z.custom<Id<Kind>>((value) => isIdOf(kind, value), "invalid_id");
