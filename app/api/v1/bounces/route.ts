import { createHash, timingSafeEqual } from "node:crypto";
import { recordBounce } from "@/domain/notifications/commands/record-bounce";
import { env } from "@/lib/env";
import { withRequestId } from "@/lib/logger";
import { bounceIn } from "@/lib/mail/bounce";

/** Reports carry the headers of our mail, or all of it with a calendar file. */
const MAX_BYTES = 1_000_000;
const actor = { type: "system", job: "bounces" } as const;
const answer = (status: number) => new Response(null, { status, headers: { "cache-control": "no-store" } });

const digest = (text: string) => createHash("sha256").update(text).digest();
const isSecret = (given: string | null, secret: string): boolean =>
  timingSafeEqual(digest(given ?? ""), digest(`Bearer ${secret}`));

/**
 * The mail server hands over what came back to the sender's address, one message a time, as `message/rfc822`. 204 also
 * for what is no report of ours: the server is not to try again. Without MAIL_BOUNCE_SECRET there is no such door.
 */
export async function POST(request: Request): Promise<Response> {
  const secret = env().MAIL_BOUNCE_SECRET;
  if (secret === undefined) return answer(404);
  if (!isSecret(request.headers.get("authorization"), secret)) return answer(401);
  if (Number(request.headers.get("content-length") ?? MAX_BYTES + 1) > MAX_BYTES) return answer(413);
  return withRequestId(crypto.randomUUID(), async () => {
    const bounce = bounceIn(await request.text());
    if (bounce) await recordBounce({ actor, input: bounce });
    return answer(204);
  });
}
