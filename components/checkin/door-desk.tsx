"use client";

import { useTranslations } from "next-intl";
import { Stat } from "@/components/ui/stat";
import type { DoorPeople } from "@/domain/attendance/schema";
import { AnswerPanel } from "./answer-panel";
import { CameraCard } from "./camera-card";
import { type DoorPlace, DoorPlaceProvider } from "./door-context";
import type { Deed, Shown } from "./door-session";
import { LineNote } from "./line-note";
import { PeopleSearch } from "./people-search";
import { useDoor } from "./use-door";
import { WalkInForm } from "./walk-in-form";

type DoorDeskProps = {
  place: DoorPlace;
  people: DoorPeople;
  /** What the address searches for, and what it or a refused form has to say. */
  query: string;
  shown: Shown | undefined;
  entered: Record<string, string>;
  /** With language prefix: this page, and the way back to it after signing in. */
  page: string;
  signIn: string;
};

/** The scanner's page: the answer first, then camera, search and walk-ins. */
export function DoorDesk({ place, people, query, shown, entered, page, signIn }: DoorDeskProps) {
  const t = useTranslations("checkin");
  const { session, state } = useDoor({ eventId: place.eventId, people, shown });
  const letIn = async (deed: Deed): Promise<Shown | undefined> => {
    await session.letIn(deed);
    return session.state().shown;
  };
  const confirmed = state.people.filter(({ status }) => status === "confirmed");
  const inside = confirmed.filter(({ arrival }) => arrival !== null);
  return (
    <DoorPlaceProvider value={place}>
      <div className="doordesk">
        <div className="stack gap-4">
          <AnswerPanel shown={state.shown} onUndo={(entry) => void session.undo(entry)} />
          <LineNote {...state} signIn={signIn} />
          <div className="needs-script">
            <CameraCard onCode={(code) => letIn({ code })} />
          </div>
        </div>
        <div className="stack gap-4">
          <dl className="stats">
            <Stat label={t("inside")} value={inside.length} of={t("of", { count: confirmed.length })} />
          </dl>
          <PeopleSearch
            people={state.people}
            query={query}
            page={page}
            onLetIn={(deed) => void letIn(deed)}
          />
          <WalkInForm entered={entered} onLetIn={letIn} />
        </div>
      </div>
    </DoorPlaceProvider>
  );
}
