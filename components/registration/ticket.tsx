import type { MyRegistrationProps } from "@/components/registration/my-registration-view";
import { DateBox } from "@/components/ui/date-box";
import { NetworkLine } from "@/components/ui/network-mark";
import { href } from "@/lib/i18n/href";
import { dayParts, formatSpan } from "@/lib/time/format";
import "./my-registration.css";

/** Which event a registration is for, and when. */
export function Ticket({
  registration,
  network,
  locale,
}: Pick<MyRegistrationProps, "registration" | "network" | "locale">) {
  const { event } = registration;
  return (
    <div className="ticket">
      <DateBox {...dayParts({ locale, zone: event.timeZone, at: event.startsAt })} />
      <div className="grow">
        <h2 lang={event.language}>
          <a className="plain" href={href(locale, `/e/${event.slug}`)}>
            {event.title}
          </a>
        </h2>
        <p className="muted small">
          <time dateTime={event.startsAt.toISOString()}>
            {formatSpan({ ...event, locale, zone: event.timeZone })}
          </time>
        </p>
        {network ? <NetworkLine networks={[network]} /> : null}
      </div>
    </div>
  );
}
