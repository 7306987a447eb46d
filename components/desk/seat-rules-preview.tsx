import { useLocale, useTranslations } from "next-intl";
import type { EventDetail } from "@/components/programme/event-views";

/** What the saved rules mean for whoever registers, in sentences: the office reads what it has said. */
export function SeatRulesPreview({ event }: { event: EventDetail }) {
  const t = useTranslations("organizer.seatRules.preview");
  const lists = new Intl.ListFormat(useLocale(), { type: "conjunction" });
  const { approval, confirmMembers, confirmDomains, membersFirst, invitedFirst } = event.seats;
  const members = t("members", { networks: lists.format(event.networks.map(({ name }) => name)) });
  const domains = t("domains", { domains: lists.format(confirmDomains.map((domain) => `@${domain}`)) });
  const trusted = [
    ...(confirmMembers ? [members] : []),
    ...(confirmDomains.length > 0 ? [domains] : []),
    t("invited"),
  ];
  const first = [...(membersFirst ? [members] : []), ...(invitedFirst ? [t("invited")] : [])];
  const isAboutProof = (approval && trusted.length > 1) || membersFirst;
  return (
    <div className="small muted stack gap-1">
      <p className="strong">{t("title")}</p>
      <p>{approval ? t("byHand", { who: lists.format(trusted) }) : t("atOnce")}</p>
      <p>{first.length > 0 ? t("first", { who: lists.format(first) }) : t("byTime")}</p>
      {isAboutProof ? <p>{t("proof")}</p> : null}
    </div>
  );
}
