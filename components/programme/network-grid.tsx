import { useTranslations } from "next-intl";
import type { NetworkBadge } from "@/components/programme/event-views";
import { NetworkMark } from "@/components/ui/network-mark";
import { logoOf } from "@/domain/alliance/rules";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";

type NetworkGridProps = { networks: readonly (NetworkBadge & { upcoming: number })[]; locale: Locale };

/** All networks of the alliance with their number of events ahead. */
export function NetworkGrid({ networks, locale }: NetworkGridProps) {
  const t = useTranslations("public.home");
  return (
    <ul className="netgrid">
      {networks.map((network) => (
        <li key={network.slug}>
          <a className="netcard" href={href(locale, `/n/${network.slug}`)}>
            <NetworkMark mark={network.mark} colour={network.colour} logo={logoOf(network)} />
            <span>
              <b>{network.name}</b>
              <small>{t("networkEvents", { count: network.upcoming })}</small>
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
