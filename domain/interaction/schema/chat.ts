import { z } from "zod";
import { idOf } from "@/lib/ids";
import { calm, clientKey, isSeen, MAX_MESSAGE } from "../schema";

const eventId = idOf("event");

/** Everybody in the room, the hosts of the event, or one person. */
export const chatScope = z.enum(["room", "hosts", "private"]);
export type ChatScope = z.infer<typeof chatScope>;
/** Whom others than hosts may write to. */
export const chatReach = z.enum(["everybody", "hosts", "nobody"]);
export type ChatReach = z.infer<typeof chatReach>;
export const chatSettings = z.object({ writeTo: chatReach, privately: chatReach });
export type ChatSettings = z.infer<typeof chatSettings>;

/** So many people can be named in one message; more would be a way to call a whole room by name. */
const MAX_MENTIONS = 10;
const MENTION = /<@(adm_[0-9a-z]{6,40})>/g;
/** The ids of whoever is mentioned, each once. */
export const mentionsIn = (text: string): string[] => [
  ...new Set(Array.from(text.matchAll(MENTION), ([, id]) => id ?? "")),
];
export const mentionOf = (admissionId: string): string => `<@${admissionId}>`;
/** The text with names in place of ids, for whoever reads no list of people. */
export const withNames = (text: string, nameOf: (admissionId: string) => string): string =>
  text.replace(MENTION, (_, id: string) => `@${nameOf(id)}`);

const MENTION_LENGTH = 40;
/** What people see counts: a mention is as long as any name of forty characters. */
const seenLength = (text: string): number => withNames(text, () => "x".repeat(MENTION_LENGTH - 1)).length;

const text = z
  .string()
  .max(20_000)
  .transform(calm)
  .pipe(
    z
      .string()
      .refine((said) => seenLength(said) <= MAX_MESSAGE, "too_long")
      .refine(isSeen, "empty")
      .refine((said) => mentionsIn(said).length <= MAX_MENTIONS, "too_many"),
  );

export const messageInput = z
  .object({
    eventId,
    roomId: idOf("room"),
    scope: chatScope.default("room"),
    /** For `private`: who reads it. */
    toAdmissionId: idOf("admission").nullable().default(null),
    replyToId: idOf("message").nullable().default(null),
    text,
    clientKey,
  })
  .refine(({ scope, toAdmissionId }) => (scope === "private") === (toAdmissionId !== null), {
    path: ["toAdmissionId"],
    message: "invalid",
  });
export const messageRef = z.object({ eventId, messageId: idOf("message") });
export const editMessageInput = messageRef.extend({ text });
export const chatSettingsInput = chatSettings.partial().extend({ eventId });
