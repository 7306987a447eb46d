import { useTranslations } from "next-intl";
import { inviteSeriesHostAction, removeSeriesHostAction } from "@/actions/series";
import { ActionForm } from "@/components/desk/action-form";
import { ActionSelect } from "@/components/desk/answered-form";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import type { NetworkView } from "@/domain/alliance/queries";
import type { SeriesHost } from "@/domain/programme/queries/series-desk";

type HostsProps = { seriesId: string; network: NetworkView; hosts: readonly SeriesHost[] };
const small = { variant: "secondary", size: "sm" } as const;

/** Which networks may put their events into a series: the owner, who has said yes, and who was asked. */
export function SeriesHosts({ seriesId, network, hosts }: HostsProps) {
  const t = useTranslations("series.hosts");
  const asked = hosts.filter(({ state }) => state !== "none");
  const others = hosts.filter(({ state }) => state === "none");
  return (
    <Card className="stack gap-3">
      <h2 className="text-lg">{t("title")}</h2>
      <p className="small muted">{t("hint")}</p>
      <ul className="divided">
        <li className="row between py-2">
          <span className="grow">{network.name}</span>
          <Badge>{t("owner")}</Badge>
        </li>
        {asked.map((host) => (
          <Host key={host.id} host={host} seriesId={seriesId} />
        ))}
      </ul>
      {others.length > 0 ? (
        <ActionForm action={inviteSeriesHostAction} submit={t("invite")} look={small} id="host">
          <input type="hidden" name="seriesId" value={seriesId} />
          <ActionSelect
            label={t("network")}
            name="networkId"
            options={[
              { value: "", label: t("choose") },
              ...others.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            required
          />
        </ActionForm>
      ) : null}
    </Card>
  );
}

function Host({ host, seriesId }: { host: SeriesHost; seriesId: string }) {
  const t = useTranslations("series.hosts");
  const isHost = host.state === "host";
  return (
    <li className="stack gap-2 py-2">
      <div className="row between">
        <span className="grow">{host.name}</span>
        <Badge tone={isHost ? "success" : "warning"}>{t(isHost ? "hosts" : "invited")}</Badge>
      </div>
      <details>
        <summary className="small">{t(isHost ? "end" : "withdraw")}</summary>
        <p className="small muted my-2">
          {isHost ? t("endHint", { network: host.name, count: host.events }) : t("withdrawHint")}
        </p>
        <ActionForm
          action={removeSeriesHostAction}
          submit={t(isHost ? "end" : "withdraw")}
          submitLabel={t(isHost ? "endNamed" : "withdrawNamed", { network: host.name })}
          look={{ variant: isHost ? "danger" : "secondary", size: "sm" }}
          id={host.id}
        >
          <input type="hidden" name="seriesId" value={seriesId} />
          <input type="hidden" name="networkId" value={host.id} />
        </ActionForm>
      </details>
    </li>
  );
}
