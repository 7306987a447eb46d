import { and, eq } from "drizzle-orm";
import { liveSessions, networkings } from "@/db/schema/rooms";
import type { Context } from "@/domain/kernel/context";
import type { Id } from "@/lib/ids";
import { standingOf } from "../queries/standing";
import type { Standing } from "./standing";

type Networking = typeof networkings.$inferSelect;
type NetworkingStanding = Standing & { networking: Networking };

/** `load` of every command about a speed networking: the session first, as everywhere, then the networking, both locked. */
export async function loadNetworking(
  { tx, actor, now }: Omit<Context, "emit">,
  { eventId, networkingId }: { eventId: Id<"event">; networkingId: Id<"networking"> },
): Promise<NetworkingStanding | undefined> {
  const standing = await standingOf(tx, actor, { eventId, now });
  const sessionId = standing?.session?.id;
  if (!sessionId) return undefined;
  await tx
    .select({ id: liveSessions.id })
    .from(liveSessions)
    .where(eq(liveSessions.id, sessionId))
    .for("update");
  const [networking] = await tx
    .select()
    .from(networkings)
    .where(and(eq(networkings.id, networkingId), eq(networkings.liveSessionId, sessionId)))
    .for("update");
  return networking && { ...standing, networking };
}
