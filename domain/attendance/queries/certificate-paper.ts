import "server-only";
import { db } from "@/db/client";
import { findNetwork } from "@/domain/alliance/queries";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { Id } from "@/lib/ids";
import { OUR_COLOUR } from "@/lib/pdf/colour";
import type { AnyPaper } from "@/lib/pdf/papers";
import { formatLongDay, formatSpan } from "@/lib/time/format";
import { minutesOf } from "../rules";
import { beenThere, scopedRegistration } from "./certificate";

type Asked = { registrationId: Id<"registration">; locale: Locale; now: Date };

/** The certificate as a document. Its caller has issued it: who may have it, and that it may be had, is known. */
export async function certificatePaper({ registrationId, locale, now }: Asked) {
  const found = await scopedRegistration(db(), registrationId);
  if (!found) return undefined;
  const { event, registration } = found;
  const { seconds, isLetIn } = await beenThere(db(), found, now);
  const network = await findNetwork(event.networkId);
  const t = translator(locale, "afterwards");
  const zone = event.timeZone;
  const paper: AnyPaper = {
    ...{ kind: "certificate", language: locale, title: t("certificate.paper.title") },
    colour: network?.colour ?? OUR_COLOUR,
    lead: t("certificate.paper.lead"),
    name: registration.name,
    organisation: registration.organisation,
    took: t("certificate.paper.took"),
    event: event.title,
    when: formatSpan({ locale, zone, startsAt: event.startsAt, endsAt: event.endsAt }),
    presence: [
      ...(isLetIn ? [t("certificate.paper.onsite")] : []),
      ...(seconds > 0 ? [t("certificate.paper.online", { minutes: minutesOf(seconds) })] : []),
    ],
    host: t("certificate.paper.host", { network: network?.name ?? "" }),
    foot: t("certificate.paper.made", { day: formatLongDay({ at: now, zone, locale }) }),
  };
  const name = `${t("certificate.paper.fileName")}-${event.slug}.pdf`;
  return { name, paper, networkId: event.networkId };
}
