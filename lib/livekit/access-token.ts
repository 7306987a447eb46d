import "server-only";
import { AccessToken } from "livekit-server-sdk";
import { env } from "@/lib/env";
import { grantOf, type MediaRights } from "./grants";

/** Seconds a token lets somebody join; LiveKit itself renews it for those who are in. */
export const TOKEN_SECONDS = 180;

type TokenInput = {
  identity: string;
  name: string;
  room: string;
  rights: MediaRights;
  /** How long it lets somebody join. */
  seconds?: number;
  /** False for who only speaks there. */
  hears?: boolean;
};

/** A token for one person and one room, from rows alone. It holds a name, but no address and no account. */
export async function accessToken(input: TokenInput): Promise<string> {
  const { identity, name, room, rights, seconds = TOKEN_SECONDS, hears = true } = input;
  const { LIVEKIT_API_KEY, LIVEKIT_API_SECRET } = env();
  const token = new AccessToken(LIVEKIT_API_KEY, LIVEKIT_API_SECRET, { identity, name, ttl: seconds });
  token.addGrant({ ...grantOf(room, rights), canSubscribe: hears });
  return token.toJwt();
}
