"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import type { RoomEvent } from "@/components/room/room-event";

// LiveKit's client and everything that touches devices exist in the browser only.
const RoomApp = dynamic(() => import("@/components/room/room-app").then((module) => module.RoomApp), {
  ssr: false,
  loading: () => <RoomLoading />,
});

/** The live room of one event, from the lobby to the last word. */
export function RoomClient({ event }: { event: RoomEvent }) {
  return <RoomApp event={event} />;
}

function RoomLoading() {
  const t = useTranslations("room.page");
  return (
    <p className="rm-loading" role="status">
      {t("loading")}
    </p>
  );
}
