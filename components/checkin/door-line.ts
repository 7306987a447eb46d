import { z } from "zod";
import { type DoorAnswer, type DoorPeople, doorAnswer, doorPeople } from "@/domain/attendance/schema";
import { type Id, idOf } from "@/lib/ids";
import type { Waiting } from "./offline-queue";

/** How the server took it. `later`: it could not be reached. `signed_out`: it no longer knows us; nothing is lost. */
export type Reply =
  | { kind: "answer"; answer: DoorAnswer }
  | { kind: "refused"; reason: string; registrationId?: Id<"registration"> | undefined }
  | { kind: "later" }
  | { kind: "signed_out" };

/** The way to the server, so that tests can cut it. */
export type DoorLine = {
  send: (entry: Waiting) => Promise<Reply>;
  undo: (entry: { registrationId: string; at: string }) => Promise<"undone" | "changed" | "failed">;
  people: () => Promise<DoorPeople | undefined>;
};

const refusal = z.object({
  failure: z.object({
    reason: z.string(),
    details: z.object({ registrationId: idOf("registration").optional() }).optional(),
  }),
});

/** Reasons that say something of us and not of the person before us. */
const NOT_KNOWN = new Set(["missing", "not_allowed", "foreign_origin"]);
const NOT_NOW = new Set([408, 429, 500, 502, 503, 504]);

/** What an answer of the server means to a door. */
export function replyOf(status: number, body: unknown): Reply {
  const answer = doorAnswer.safeParse(body);
  if (status === 200 && answer.success) return { kind: "answer", answer: answer.data };
  if (NOT_NOW.has(status)) return { kind: "later" };
  const refused = refusal.safeParse(body);
  if (!refused.success) return { kind: "later" };
  const { reason, details } = refused.data.failure;
  if (NOT_KNOWN.has(reason)) return { kind: "signed_out" };
  return { kind: "refused", reason, registrationId: details?.registrationId };
}

/** A door does not wait longer than this: it notes the scan and lets the next person come. */
const PATIENCE_MS = 4_000;

type Sent = { path: string; body: Record<string, string>; key?: string };

async function post(address: string, { path, body, key }: Sent) {
  const response = await fetch(`${address}${path}`, {
    method: "POST",
    headers: {
      accept: "application/json",
      "content-type": "application/json",
      ...(key ? { "idempotency-key": key } : {}),
    },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  const answer: unknown = await response.json().catch(() => undefined);
  return { status: response.status, answer };
}

const undone = z.object({ undone: z.boolean() });

/** The line of one event's door over HTTP. */
export function doorLine(eventId: string): DoorLine {
  const address = `/api/checkin/${eventId}`;
  return {
    send: async (entry) => {
      try {
        const { status, answer } = await post(address, entry);
        return replyOf(status, answer);
      } catch {
        return { kind: "later" };
      }
    },
    undo: async (body) => {
      try {
        const { status, answer } = await post(address, { path: "/undo", body });
        const read = undone.safeParse(answer);
        if (status !== 200 || !read.success) return "failed";
        return read.data.undone ? "undone" : "changed";
      } catch {
        return "failed";
      }
    },
    people: async () => {
      try {
        const response = await fetch(`${address}/people`, { headers: { accept: "application/json" } });
        const read = doorPeople.safeParse(await response.json());
        return read.success ? read.data : undefined;
      } catch {
        return undefined;
      }
    },
  };
}
