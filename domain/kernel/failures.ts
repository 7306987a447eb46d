import { z } from "zod";
import type { Failure } from "@/lib/result";
import { TurnNeverCame } from "./line";

/** Carries a returned failure out of the transaction so that it rolls back. */
export class Rollback extends Error {
  constructor(
    readonly failure: Failure,
    readonly afterRollback?: () => Promise<void>,
  ) {
    super("rollback");
  }
}

/** Keys of the `errors` catalog per field. A message that is no such key becomes `invalid`. */
export function fieldErrors(error: z.ZodError): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  for (const issue of error.issues) {
    const name = issue.path.join(".") || "form";
    const key = /^[a-z][a-z0-9_]*$/.test(issue.message) ? issue.message : "invalid";
    fields[name] = [...(fields[name] ?? []), key];
  }
  return fields;
}

const pgError = z.object({ code: z.string().length(5), constraint: z.string().optional() });

/** SQLSTATE and constraint of a database error, which drizzle keeps in `cause`; undefined for any other error. */
export function databaseError(error: unknown): { code: string; constraint?: string | undefined } | undefined {
  const cause = error instanceof Error ? (error.cause ?? error) : undefined;
  const parsed = pgError.safeParse(cause);
  return parsed.success ? parsed.data : undefined;
}

/** True when a row was to name a person who has been erased meanwhile: for the writer the same as not being there. */
export function namesNobody(error: unknown): boolean {
  const found = databaseError(error);
  return found?.code === "23503" && /_people_id_fk$/.test(found.constraint ?? "");
}

const REPEATABLE = new Set(["40001", "40P01"]);

/** True when the transaction is to be repeated: the database found a deadlock or a serialisation failure. */
export const asksForRepeat = (error: unknown): boolean => REPEATABLE.has(databaseError(error)?.code ?? "");

const AWAY = new Set(["57P01", "57P02", "57P03", "53300", "08006", "08003", "08001", "57014"]);
const AWAY_SOCKET = new Set(["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT"]);

/** True when the database is away or overloaded: the door answers 503 with Retry-After. */
export function isUnavailable(error: unknown): boolean {
  if (error instanceof TurnNeverCame) return true;
  const code = databaseError(error)?.code;
  if (code && AWAY.has(code)) return true;
  const cause = error instanceof Error ? (error.cause ?? error) : undefined;
  const socket = z.object({ code: z.string() }).safeParse(cause);
  if (socket.success && AWAY_SOCKET.has(socket.data.code)) return true;
  const text = cause instanceof Error ? cause.message : "";
  return /timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error/.test(
    text,
  );
}
