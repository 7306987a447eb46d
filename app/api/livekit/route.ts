import { after } from "next/server";
import { applyWebhooks } from "@/domain/rooms/commands/apply-webhooks";
import { enforceArrivals, enforceEvent } from "@/domain/rooms/commands/reconcile-rooms";
import { recordWebhook } from "@/domain/rooms/commands/record-webhook";
import { isAboutPresence } from "@/domain/rooms/rules";
import { inBatches } from "@/lib/in-batches";
import { isCheckRoom } from "@/lib/livekit/check-room";
import { readWebhook } from "@/lib/livekit/webhook";
import { logger } from "@/lib/logger";

const MAX_BYTES = 262_144;
const actor = { type: "webhook", source: "livekit" } as const;
const answer = (status: number) => new Response(null, { status, headers: { "cache-control": "no-store" } });

/** The body as text, or undefined when it is larger than any webhook; reading stops there. */
async function textOf(request: Request): Promise<string | undefined> {
  if (Number(request.headers.get("content-length") ?? 0) > MAX_BYTES || !request.body) return undefined;
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of request.body) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > MAX_BYTES) return undefined;
  }
  return text + decoder.decode();
}

/** What the events mean for presence; a join also asks at once whether the person may be there, a leaving whether two are left. */
const apply = inBatches<string>(async (receiptIds) => {
  const applied = await applyWebhooks({ actor, input: { receiptIds } });
  if (!applied.ok) return;
  await enforceArrivals(applied.value.arrivals);
  for (const eventId of applied.value.thinned) await enforceEvent(eventId);
});

/** livekit-server tells of joins and leaves. Signed by it or refused; stored first, applied after the answer. */
export async function POST(request: Request): Promise<Response> {
  const body = await textOf(request);
  if (body === undefined) return answer(400);
  const webhook = await readWebhook(body, request.headers.get("authorization"));
  if (!webhook) return answer(401);
  // Whoever tests their technology is nowhere: nothing of it is kept.
  if (!isAboutPresence(webhook.event) || isCheckRoom(webhook.roomName)) return answer(200);
  const recorded = await recordWebhook({ actor, input: { webhook } });
  if (!recorded.ok) return answer(400);
  after(() => apply(webhook.id).catch((error: unknown) => logger.warn({ error }, "webhook not applied")));
  return answer(200);
}
