import { readiness } from "@/domain/kernel/readiness";

export const dynamic = "force-dynamic";

/** 200 when the database answers, else 503. Says whether LiveKit answers too, but needs it for rooms only. */
export async function GET() {
  const state = await readiness();
  const status = state.database ? 200 : 503;
  return Response.json(state, { status, headers: { "cache-control": "no-store" } });
}
