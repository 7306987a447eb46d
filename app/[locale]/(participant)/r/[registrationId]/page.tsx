import { setRequestLocale } from "next-intl/server";
import { readFlash } from "@/auth/flash";
import { currentActor } from "@/auth/session";
import { ExpiredRegistration } from "@/components/registration/expired-registration";
import { MyRegistrationView } from "@/components/registration/my-registration";
import { ownPageDone } from "@/components/registration/my-registration-view";
import { OthersRegistration } from "@/components/registration/others-registration";
import { SitePage } from "@/components/site/site-page";
import { titled } from "@/components/site/titled";
import { listNetworks } from "@/domain/alliance/queries";
import { certificateFor } from "@/domain/attendance/queries/certificate";
import { feedbackFor } from "@/domain/attendance/queries/feedback";
import { questionsOf } from "@/domain/forms/queries";
import { findPublicEvent } from "@/domain/programme/queries";
import { materialsFor } from "@/domain/programme/queries/materials";
import { isEventOver } from "@/domain/programme/rules";
import { findRegistration, type MyRegistration, rightsOver } from "@/domain/registration/queries";
import { listFurtherEvents } from "@/domain/registration/queries/further-events";
import { answersOf } from "@/domain/registration/queries/given";
import { seatsForMe } from "@/domain/registration/queries/my-seats";
import { waitsForProof } from "@/domain/registration/queries/unproven-request";
import { clashesOf } from "@/domain/registration/queries/week";
import { whoIsThereWith } from "@/domain/registration/queries/who-is-there";
import { atDoor } from "@/domain/registration/rules";
import { localeOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { idOf } from "@/lib/ids";
import { now } from "@/lib/time/clock";
import { checkInCode } from "@/lib/tokens";

type PageProps = {
  params: Promise<{ locale: string; registrationId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const generateMetadata = titled((locale) => translator(locale, "registration")("mine.title"), {
  referrer: "same-origin",
});

/** The code for the door, for a seat on site and until the event is over. */
const ticketOf = ({ id, event, ...seat }: MyRegistration, at: Date): string | undefined =>
  atDoor(seat) === "welcome" && !isEventOver(event, at) ? checkInCode(id) : undefined;

/** One's own registration, by the mailed link or signed in. Whoever holds nothing sees how to get a new link. */
export default async function Page({ params, searchParams }: PageProps) {
  const { locale: language, registrationId } = await params;
  const locale = localeOf(language);
  setRequestLocale(locale);
  const [actor, query, refused] = await Promise.all([currentActor(), searchParams, readFlash()]);
  const id = idOf("registration").safeParse(registrationId);
  const registration = id.success ? await findRegistration(actor, id.data) : undefined;
  const page = { locale, path: `/r/${registrationId}`, signedIn: actor.type === "person", unlisted: true };
  if (!registration) {
    return (
      <SitePage {...page}>
        <ExpiredRegistration locale={locale} />
      </SitePage>
    );
  }
  const at = now();
  const { changes, cancels } = rightsOver(actor, registration);
  if (!changes) {
    const [networks, { given }] = await Promise.all([listNetworks(), answersOf(actor, registration.id)]);
    return (
      <SitePage {...page}>
        <OthersRegistration
          {...{ registration, given, cancels, locale, refused, now: at }}
          network={networks.find((network) => network.id === registration.event.networkId)}
          done={ownPageDone.safeParse(query.done).data}
        />
      </SitePage>
    );
  }
  const [networks, event, seats, others, present, questions, { given }, unproven, materials, clashes] =
    await Promise.all([
      listNetworks(),
      findPublicEvent(registration.event.slug),
      seatsForMe(registration, at),
      listFurtherEvents(actor, registration, at),
      whoIsThereWith(actor, registration.id, at),
      questionsOf(registration.eventId),
      answersOf(actor, registration.id),
      waitsForProof(registration.id),
      materialsFor(actor, registration.eventId, at),
      clashesOf(actor, registration),
    ]);
  const mine = { registrationId: registration.id, now: at };
  const [feedback, certificate] = await Promise.all([feedbackFor(actor, mine), certificateFor(actor, mine)]);
  const done = ownPageDone.safeParse(query.done).data;
  return (
    <SitePage {...page}>
      <MyRegistrationView
        registration={registration}
        network={networks.find((network) => network.id === registration.event.networkId)}
        hasTalks={Boolean(event?.talks) || registration.talksOptIn}
        seats={seats}
        unproven={unproven}
        others={others}
        present={present}
        questions={questions}
        given={given}
        ticket={ticketOf(registration, at)}
        feedback={feedback}
        certificate={certificate}
        materials={materials}
        series={event?.series ?? null}
        clashes={clashes}
        locale={locale}
        now={at}
        refused={done ? undefined : refused}
        done={done}
      />
    </SitePage>
  );
}
