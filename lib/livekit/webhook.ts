import "server-only";
import { WebhookReceiver } from "livekit-server-sdk";
import { env } from "@/lib/env";
import { type MediaRights, rightsOf } from "./grants";

/** What Plenum keeps of a webhook: enough for presence, nothing personal beyond the opaque identity. */
export type RoomWebhook = {
  id: string;
  event: string;
  createdAtMs: number;
  roomName: string;
  participant: { sid: string; identity: string; joinedAtMs: number; rights: MediaRights } | null;
};

/**
 * Checks signature, body hash and age of a webhook. Undefined for anything that livekit-server did not sign just
 * so; the route answers 401 then.
 */
export async function readWebhook(
  body: string,
  authorization: string | null,
): Promise<RoomWebhook | undefined> {
  const { LIVEKIT_API_KEY, LIVEKIT_API_SECRET } = env();
  const receiver = new WebhookReceiver(LIVEKIT_API_KEY, LIVEKIT_API_SECRET);
  try {
    const event = await receiver.receive(body, authorization ?? "");
    const { participant } = event;
    return {
      id: event.id,
      event: event.event,
      createdAtMs: Number(event.createdAt) * 1000,
      roomName: event.room?.name ?? "",
      participant: participant
        ? {
            sid: participant.sid,
            identity: participant.identity,
            joinedAtMs: Number(participant.joinedAtMs) || Number(participant.joinedAt) * 1000,
            rights: rightsOf(participant.permission),
          }
        : null,
    };
  } catch {
    // A forged, stale or broken webhook looks the same from outside, whatever it was that did not fit.
    return undefined;
  }
}
