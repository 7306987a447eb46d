import { type Id, idPrefixes } from "@/lib/id-kinds";

/** What the QR code for the door looks like. Pure: scanners read it in the browser, where nothing can be signed. */
const MARK = "P1";
export const CHECK_IN_SIGNATURE = 20;

const TEXT = new RegExp(`^${MARK}([0-9A-Z]{6,40})([0-9A-F]{${CHECK_IN_SIGNATURE}})$`);

export const joinCheckInCode = (body: string, signature: string): string => `${MARK}${body}${signature}`;

/** The part of an id that stands in a code, in the letters that QR packs tightest. */
export const checkInBody = (id: Id<"registration">): string =>
  id.slice(idPrefixes.registration.length + 1).toUpperCase();

type CheckInText = { body: string; signature: string; registrationId: Id<"registration"> };

/** What a text of this form claims to be; whether we signed it, only the server can tell. */
export function splitCheckInCode(text: string): CheckInText | undefined {
  const [, body, signature] = TEXT.exec(text.trim().toUpperCase()) ?? [];
  if (body === undefined || signature === undefined) return undefined;
  return { body, signature, registrationId: `${idPrefixes.registration}_${body.toLowerCase()}` };
}
