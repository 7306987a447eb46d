"use client";

/** Posts to one of the doors of a talk; what it refuses comes as its reason. */
export async function postTalk(
  meetingId: string,
  door: "outcome" | "move" | "release" | "extend" | "contact",
  body: Record<string, string> = {},
): Promise<{ ok: true } | { ok: false; reason: string }> {
  try {
    const response = await fetch(`/api/meetings/${meetingId}/${door}`, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify(body),
    });
    return response.ok ? { ok: true } : { ok: false, reason: reasonIn(await response.json()) };
  } catch {
    return { ok: false, reason: "unreachable" };
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

function reasonIn(body: unknown): string {
  const failure = isRecord(body) ? body.failure : undefined;
  return isRecord(failure) && typeof failure.reason === "string" ? failure.reason : "other";
}
