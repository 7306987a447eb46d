import { RateLimiterMemory } from "rate-limiter-flexible";

/**
 * How often one address of the internet may do something. Each process counts for itself, in memory: these limits
 * only slow floods down, a whole office may share one address, and a counter in Postgres would cost every form a
 * write. What must hold exactly (codes and mails per mail address) is counted in rows by the commands.
 */
const limits = {
  "sign-in-request": new RateLimiterMemory({ points: 30, duration: 600 }),
  "sign-in-code": new RateLimiterMemory({ points: 60, duration: 600 }),
  registration: new RateLimiterMemory({ points: 120, duration: 60 }),
} as const;

/** True while the caller may; the server in front of us says who the caller is, and only trusted proxies are believed. */
export async function isWithinLimit(kind: keyof typeof limits, request: Request): Promise<boolean> {
  const address = request.headers.get("x-plenum-client-ip") ?? "unknown";
  try {
    await limits[kind].consume(address);
    return true;
  } catch (refusal) {
    if (refusal instanceof Error) throw refusal;
    return false;
  }
}
