"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import type { EventOffice } from "@/components/room/event-office";
import type { RoomEvent } from "@/components/room/room-event";

// It holds an open stream and reads the clock: nothing of it can be rendered on the server.
const ConsoleApp = dynamic(
  () => import("@/components/room/console-app").then((module) => module.ConsoleApp),
  {
    ssr: false,
    loading: () => <ConsoleLoading />,
  },
);

/** The console of one event, outside the media room. */
export function ConsoleClient(props: { event: RoomEvent; office: EventOffice }) {
  return <ConsoleApp {...props} />;
}

function ConsoleLoading() {
  const t = useTranslations("room.console");
  return (
    <p className="rm-loading" role="status">
      {t("loading")}
    </p>
  );
}
