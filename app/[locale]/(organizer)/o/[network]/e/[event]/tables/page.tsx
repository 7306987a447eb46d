import { notFound } from "next/navigation";
import { z } from "zod";
import { type DeskParams, deskEvent } from "@/auth/desk-doors";
import { readFlash } from "@/auth/flash";
import { DeskPage } from "@/components/desk/desk-page";
import { EventDeskHead } from "@/components/desk/event-desk-head";
import { TalkDeskView } from "@/components/desk/talk-desk";
import { TalkListView } from "@/components/desk/talk-list";
import { titled } from "@/components/site/titled";
import { suggestionsForDesk } from "@/domain/matchmaking/queries/suggestions";
import { talkDesk } from "@/domain/matchmaking/queries/talk-desk";
import { TALKS_PER_PAGE, talkList } from "@/domain/matchmaking/queries/talk-list";
import { translator } from "@/lib/i18n/translator";

type PageProps = {
  params: DeskParams;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const generateMetadata = titled((locale) => translator(locale, "talks")("desk.title"));

const pageOf = (page: unknown): number => z.coerce.number().int().min(1).max(1_000).catch(1).parse(page);

/** Tables for talks on site, and talks that the organizers book for others. */
export default async function Page({ params, searchParams }: PageProps) {
  const { locale, path, viewer, network, event, may } = await deskEvent(params, "/tables");
  const [desk, flash, query] = await Promise.all([talkDesk(viewer, event.id), readFlash(), searchParams]);
  if (!desk) notFound();
  const list = await talkList(viewer, { eventId: event.id, page: pageOf(query.page) });
  const of = desk.people.find(({ personId }) => personId === query.for);
  const partners = of && (await suggestionsForDesk(viewer, { eventId: event.id, personId: of.personId }));
  return (
    <DeskPage network={network} locale={locale} path={path} inOffice={may.office}>
      <EventDeskHead {...{ event, locale, may }} networkSlug={network.slug} current="tables" />
      <div className="stack gap-5">
        <TalkDeskView
          desk={desk}
          event={event}
          back={path}
          locale={locale}
          failure={flash?.failure}
          done={query.done}
          shown={of && partners && { of, partners }}
        />
        {list && list.all > 0 ? (
          <TalkListView
            {...{ list, locale }}
            perPage={TALKS_PER_PAGE}
            slots={desk.slots}
            zone={event.timeZone}
            back={path}
          />
        ) : null}
      </div>
    </DeskPage>
  );
}
