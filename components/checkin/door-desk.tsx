"use client";

import { useTranslations } from "next-intl";
import { Progress } from "@/components/ui/progress";
import { Stat } from "@/components/ui/stat";
import type { DoorPeople } from "@/domain/attendance/schema";
import { AnswerPanel } from "./answer-panel";
import { CameraView } from "./camera-view";
import { type DoorPlace, DoorPlaceProvider } from "./door-context";
import type { Deed, DoorState, Shown } from "./door-session";
import { LineNote } from "./line-note";
import { PeopleSearch } from "./people-search";
import { RecentList } from "./recent-list";
import { useDoor } from "./use-door";
import { WalkInForm } from "./walk-in-form";

type DoorDeskProps = {
  place: DoorPlace;
  event: { title: string; language: string; aside: string };
  people: DoorPeople;
  /** What the address searches for, and what it or a refused form has to say. */
  query: string;
  shown: Shown | undefined;
  entered: Record<string, string>;
  /** With language prefix: this page, where one goes from here, and the way back here after signing in. */
  page: string;
  leave: string;
  signIn: string;
};

function Counts({ people, walkIns }: Pick<DoorState, "people" | "walkIns">) {
  const t = useTranslations("checkin");
  const expected = people.filter(({ standing }) => standing === "welcome");
  const inside = expected.filter(({ arrival }) => arrival !== null).length;
  return (
    <>
      <dl className="doornums">
        <Stat label={t("inside")} value={inside} />
        <Stat label={t("expected")} value={expected.length} />
        <Stat label={t("walkIns")} value={walkIns} />
      </dl>
      <Progress label={t("progress")} value={inside} max={expected.length} />
    </>
  );
}

/** The scanner: camera and answer in the colours of a room, below them numbers, search, walk-ins and the last answers. */
export function DoorDesk(props: DoorDeskProps) {
  const { place, event, people, query, shown, entered, page, leave, signIn } = props;
  const { session, state } = useDoor({ eventId: place.eventId, people, shown });
  const letIn = async (deed: Deed): Promise<Shown | undefined> => {
    await session.letIn(deed);
    return session.state().shown;
  };
  return (
    <DoorPlaceProvider value={place}>
      <div className="scan room">
        <CameraView {...event} leave={leave} onCode={(code) => letIn({ code })} />
        <AnswerPanel shown={state.shown} onUndo={(entry) => void session.undo(entry)} />
      </div>
      <div className="scan__under">
        <Counts people={state.people} walkIns={state.walkIns} />
        <LineNote {...state} signIn={signIn} />
        <div className="dooracts">
          <PeopleSearch
            people={state.people}
            query={query}
            page={page}
            onLetIn={(deed) => void letIn(deed)}
          />
          <WalkInForm entered={entered} onLetIn={letIn} />
        </div>
        <RecentList recent={state.recent} />
      </div>
    </DoorPlaceProvider>
  );
}
