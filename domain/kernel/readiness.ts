import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { roomService } from "@/lib/livekit/room-service";

/** Whether what the app stands on answers. Never throws. */
export async function readiness(): Promise<{ database: boolean; livekit: boolean }> {
  const answers = (asked: Promise<unknown>) =>
    asked.then(
      () => true,
      () => false,
    );
  const [database, livekit] = await Promise.all([
    answers(db().execute(sql`select 1`)),
    answers(roomService.listRooms(["readiness"])),
  ]);
  return { database, livekit };
}
