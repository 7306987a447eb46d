import { and, eq, inArray, isNull, or } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { registrations } from "@/db/schema/registration";
import { uploads } from "@/db/schema/registration-uploads";
import type { Id } from "@/lib/ids";

/** Whose form it is: who answers with a file must be the one who has brought it. */
export type Asker = { registrationId: Id<"registration"> } | { email: string };
type Asked = { eventId: Id<"event">; asker: Asker };

/** Nobody's yet, or in the answers of the very registration that is written: the same form may arrive twice. */
const isTheirs = (asker: Asker) =>
  or(
    isNull(uploads.registrationId),
    "email" in asker
      ? eq(registrations.email, asker.email)
      : eq(uploads.registrationId, asker.registrationId),
  );

type Upload = { id: Id<"upload">; name: string; questionId: Id<"question"> };
type Read = (tx: Transaction, asked: Asked, ids: Id<"upload">[]) => Promise<Upload[]>;

/**
 * Those of these files that the asker may answer with, as they were kept, and held: of two forms that answer with one file,
 * one gets it, and the other hears that it is gone.
 */
export const lockUploads: Read = async (tx, { eventId, asker }, ids) =>
  tx
    .select({ id: uploads.id, name: uploads.fileName, questionId: uploads.questionId })
    .from(uploads)
    .leftJoin(registrations, eq(registrations.id, uploads.registrationId))
    .where(and(eq(uploads.eventId, eventId), inArray(uploads.id, ids), isTheirs(asker)))
    .for("update", { of: uploads });
