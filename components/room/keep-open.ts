import type { RoomSession } from "@/realtime/client/room-session";

/** React mounts twice in development: closing waits one turn, and opening again takes it back. */
const closing = new WeakMap<RoomSession, ReturnType<typeof setTimeout>>();

/** Opens the session for as long as its page is shown; gives back how to close it. */
export function keepOpen(session: RoomSession): () => void {
  clearTimeout(closing.get(session));
  session.open();
  return () => {
    closing.set(
      session,
      setTimeout(() => session.close(), 0),
    );
  };
}
