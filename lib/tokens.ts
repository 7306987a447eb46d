import { createHash, createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { EncryptJWT, jwtDecrypt } from "jose";
import { z } from "zod";
import { CHECK_IN_SIGNATURE, checkInBody, joinCheckInCode, splitCheckInCode } from "@/lib/check-in-code";
import { env, origin } from "@/lib/env";
import { type Id, idOf } from "@/lib/ids";

/** What a sealed text is for. Each purpose has a key of its own, so no token can be used in another's place. */
type Purpose =
  | "seats"
  | "flash"
  | "registration"
  | "request"
  | "talk-invitation"
  | "sign-in"
  | "sign-in-mail"
  | "confirm"
  | "organisation"
  | "email-change"
  | "calendar-feed"
  | "mail-refusal"
  | "unsubscribe"
  | "bringer"
  | "check-in";

const keys = new Map<string, Uint8Array>();

function keyOf(purpose: Purpose): Uint8Array {
  const secret = env().AUTH_SECRET;
  const name = `${purpose} ${secret}`;
  const known = keys.get(name);
  if (known) return known;
  const key = new Uint8Array(hkdfSync("sha256", secret, "", `plenum ${purpose}`, 32));
  keys.set(name, key);
  return key;
}

const sealed = z.object({ d: z.unknown() });

/** Encrypts and signs JSON with AUTH_SECRET; without `seconds` it never expires. */
export async function seal(purpose: Purpose, payload: unknown, seconds?: number): Promise<string> {
  const token = new EncryptJWT({ d: payload }).setProtectedHeader({ alg: "dir", enc: "A256GCM" });
  if (seconds !== undefined) token.setExpirationTime(new Date(Date.now() + seconds * 1000));
  return token.encrypt(keyOf(purpose));
}

/** The payload of a sealed text, or undefined for whatever is cut, expired, foreign, forged or of another shape. */
export async function unseal<Schema extends z.ZodType>(
  purpose: Purpose,
  text: string | undefined,
  schema: Schema,
): Promise<z.output<Schema> | undefined> {
  if (!text || text.length > 8_000) return undefined;
  try {
    const { payload } = await jwtDecrypt(text, keyOf(purpose), {
      keyManagementAlgorithms: ["dir"],
      contentEncryptionAlgorithms: ["A256GCM"],
    });
    const parsed = schema.safeParse(sealed.parse(payload).d);
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

/** Lists of one's talks in an event, as tabs of their page. */
const talkLists = ["suggestions", "requests", "plan"] as const;

const linkNext = z.object({
  next: z.enum(["room", "talk", ...talkLists]),
  talk: idOf("meeting").optional().catch(undefined),
});

/**
 * Where a personal link leads instead of the page of its registration: one's talks, one of them, or the room; with a `talk`
 * the room is that of the talk, once it is open.
 */
export type LinkNext = z.infer<typeof linkNext>;

/** The personal link of a registration: whoever has it received the mail. `next` says where it leads instead of its page. */
export async function registrationLink(id: Id<"registration">, next?: LinkNext): Promise<string> {
  const { next: page, talk } = next ?? {};
  const query = new URLSearchParams({ ...(page ? { next: page } : {}), ...(talk ? { talk } : {}) });
  return `${origin()}/j/${await seal("registration", id)}${query.size > 0 ? `?${query}` : ""}`;
}

/** Where the address of such a link says that it leads; undefined for the page of the registration. */
export const readLinkNext = (query: URLSearchParams): LinkNext | undefined =>
  linkNext.safeParse(Object.fromEntries(query)).data;

export const readRegistrationToken = (token: string) => unseal("registration", token, idOf("registration"));

const requestSeal = z.object({ requestId: idOf("request"), personId: idOf("person") });

/** The link under which one of the two people of a talk request answers it. */
export async function requestLink(request: z.infer<typeof requestSeal>): Promise<string> {
  return `${origin()}/t/${await seal("request", request)}`;
}

export const readRequestToken = (token: string) => unseal("request", token, requestSeal);

const talkInvitationSeal = z.object({ invitationId: idOf("talkInvitation"), personId: idOf("person") });

/** The link under which somebody answers who is asked about an invitation into a talk. */
export async function talkInvitationLink(invitation: z.infer<typeof talkInvitationSeal>): Promise<string> {
  return `${origin()}/t/${await seal("talk-invitation", invitation)}`;
}

export const readTalkInvitationToken = (token: string) =>
  unseal("talk-invitation", token, talkInvitationSeal);

/** next-auth's own form of a stored mail token, so that its callback finds the row we wrote. */
export const hashOfMailToken = (token: string): string =>
  createHash("sha256").update(`${token}${env().AUTH_SECRET}`).digest("hex");

/** Keyed hash of a short secret: without AUTH_SECRET the million possible codes cannot be tried out. */
export const keyedHash = (text: string): string =>
  createHmac("sha256", keyOf("sign-in")).update(text).digest("hex");

/** Who brought something, for counting alone: without AUTH_SECRET the few addresses that there are cannot be tried out. */
export const bringerHash = (who: string): string =>
  createHmac("sha256", keyOf("bringer")).update(who).digest("base64url");

const feedMac = (id: Id<"calendarFeed">): string =>
  createHmac("sha256", keyOf("calendar-feed")).update(id).digest("base64url");

/**
 * What stands in the address of a personal calendar. The row alone opens nothing, and the same row gives the same
 * address on every device; another row, which is what renewing makes, gives another one.
 */
export const calendarFeedToken = (id: Id<"calendarFeed">): string =>
  `${id.slice("cal_".length)}.${feedMac(id)}`;

/** The row whose address this is; undefined for whatever is cut, guessed or forged. */
export function readCalendarFeedToken(token: string): Id<"calendarFeed"> | undefined {
  const [text = "", mac = ""] = token.split(".");
  const id = idOf("calendarFeed").safeParse(`cal_${text}`);
  if (!id.success) return undefined;
  const [given, expected] = [Buffer.from(mac), Buffer.from(feedMac(id.data))];
  return given.length === expected.length && timingSafeEqual(given, expected) ? id.data : undefined;
}

const unsubscribeSeal = z.object({ networkId: idOf("network"), email: z.string() });

/** With this an address is hashed that refuses mails; the database gets it beside the addresses it looks for. */
export const refusalKey = (): string => Buffer.from(keyOf("mail-refusal")).toString("hex");

/** What a refusal is stored under. The query of due mails writes the same in SQL. */
export const refusalHash = ({ networkId, email }: z.infer<typeof unsubscribeSeal>): string =>
  createHash("sha256").update(`${refusalKey()} ${networkId} ${email}`).digest("hex");

/** Under which one post ends a network's mails that no registration needs; it proves the address it was mailed to. */
export const unsubscribeToken = (refusal: z.infer<typeof unsubscribeSeal>): Promise<string> =>
  seal("unsubscribe", refusal);

export const readUnsubscribeToken = (token: string) => unseal("unsubscribe", token, unsubscribeSeal);

/** 80 bits: whoever guesses stands at a door, before a person and a scanner. */
const checkInSignature = (body: string): string =>
  createHmac("sha256", keyOf("check-in"))
    .update(body)
    .digest("hex")
    .slice(0, CHECK_IN_SIGNATURE)
    .toUpperCase();

/**
 * What the QR code of a registration says: its random id and our signature, and nothing about the person. It is a key
 * to nothing but the door.
 */
export function checkInCode(id: Id<"registration">): string {
  const body = checkInBody(id);
  return joinCheckInCode(body, checkInSignature(body));
}

/** The registration of a scanned code; undefined for whatever we did not sign. */
export function readCheckInCode(text: string): Id<"registration"> | undefined {
  const read = splitCheckInCode(text);
  if (!read) return undefined;
  const isOurs = timingSafeEqual(Buffer.from(read.signature), Buffer.from(checkInSignature(read.body)));
  return isOurs ? read.registrationId : undefined;
}

/** Proves the new address that it was mailed to; the row says whether it still works. */
export const emailChangeToken = (id: Id<"emailChange">): Promise<string> => seal("email-change", id);

export const readEmailChangeToken = (token: string) => unseal("email-change", token, idOf("emailChange"));
