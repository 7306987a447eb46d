import { useLocale, useTranslations } from "next-intl";
import {
  addMemberDomainAction,
  addMembersAction,
  removeMemberAction,
  removeMemberDomainAction,
} from "@/actions/alliance";
import { ActionForm } from "@/components/desk/action-form";
import { ActionField, ActionTextArea } from "@/components/desk/answered-form";
import { AddressText } from "@/components/ui/address-text";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import type { MemberList } from "@/domain/alliance/queries/office";
import { homeZone, localeOf } from "@/lib/i18n/locales";
import { formatDay } from "@/lib/time/format";

type MembersProps = { networkId: string; list: MemberList; search: string; path: string };
const quiet = { variant: "danger-quiet", size: "sm" } as const;

/** Who is listed, a search for the rest, and what an address has to be to count without being listed. */
export function Members({ networkId, list, search, path }: MembersProps) {
  const t = useTranslations("office.members");
  return (
    <div className="deskcols">
      <section className="stack gap-3">
        <h2 className="text-xl">{t("title")}</h2>
        <p className="small muted">{t("hint")}</p>
        <p>{t("count", { count: list.total })}</p>
        {list.total > 0 ? (
          <form className="row row--end gap-2" action={path}>
            <Field label={t("search")} name="q" type="search" maxLength={100} defaultValue={search} small />
            <Button type="submit" size="sm">
              {t("find")}
            </Button>
          </form>
        ) : null}
        <MemberRows {...{ networkId, list, search }} />
      </section>
      <aside className="stack gap-4">
        <MembersAdd networkId={networkId} />
        <Domains networkId={networkId} domains={list.domains} />
      </aside>
    </div>
  );
}

function MemberRows({ networkId, list, search }: Omit<MembersProps, "path">) {
  const t = useTranslations("office.members");
  if (list.members.length === 0) return search ? <p role="status">{t("nobody")}</p> : null;
  const isPart = list.found > list.members.length || search !== "";
  return (
    <>
      {isPart ? (
        <p className="small muted" role="status">
          {t("found", { found: list.found, shown: list.members.length })}
        </p>
      ) : null}
      <ul className="divided">
        {list.members.map(({ email, name, moved }) => (
          <li key={email} className="row between gap-3 py-2">
            <div className="grow">
              {name ? <b>{name}</b> : null}
              <div>
                <AddressText>{email}</AddressText>
              </div>
              {moved ? <MovedNote {...moved} /> : null}
            </div>
            <ActionForm
              action={removeMemberAction}
              submit={t("remove")}
              submitLabel={t("removeNamed", { name: email })}
              look={quiet}
              className="row"
            >
              <input type="hidden" name="networkId" value={networkId} />
              <input type="hidden" name="email" value={email} />
            </ActionForm>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The office did not write this address: its person has changed it themself. */
function MovedNote({ from, at }: { from: string; at: Date }) {
  const t = useTranslations("office.members");
  const locale = localeOf(useLocale());
  return (
    <div className="small muted">{t("moved", { from, day: formatDay({ locale, zone: homeZone, at }) })}</div>
  );
}

/** What the answer of the command is called in the sentence about it. */
const answered = { added: "{added}", known: "{known}", refused: "{refused}" };

function MembersAdd({ networkId }: { networkId: string }) {
  const t = useTranslations("office.members");
  return (
    <Card className="stack gap-3">
      <h2 className="text-lg">{t("addTitle")}</h2>
      <ActionForm
        action={addMembersAction}
        submit={t("add")}
        look={{ variant: "primary", size: "sm" }}
        done={t("added", answered)}
        id="members"
        names={{ text: t("paste") }}
      >
        <input type="hidden" name="networkId" value={networkId} />
        <ActionTextArea label={t("paste")} hint={t("pasteHint")} name="text" rows={5} required />
      </ActionForm>
    </Card>
  );
}

function Domains({ networkId, domains }: { networkId: string; domains: readonly string[] }) {
  const t = useTranslations("office.domains");
  return (
    <Card className="stack gap-3">
      <h2 className="text-lg">{t("title")}</h2>
      <p className="small muted">{t("hint")}</p>
      {domains.length === 0 ? <p className="small">{t("none")}</p> : null}
      <ul className="divided">
        {domains.map((domain) => (
          <li key={domain} className="row between gap-3 py-2">
            <span className="grow">
              <AddressText>{domain}</AddressText>
            </span>
            <ActionForm
              action={removeMemberDomainAction}
              submit={t("remove")}
              submitLabel={t("removeNamed", { domain })}
              look={quiet}
              className="row"
            >
              <input type="hidden" name="networkId" value={networkId} />
              <input type="hidden" name="domain" value={domain} />
            </ActionForm>
          </li>
        ))}
      </ul>
      <ActionForm
        action={addMemberDomainAction}
        submit={t("add")}
        look={{ variant: "secondary", size: "sm" }}
        id="domains"
      >
        <input type="hidden" name="networkId" value={networkId} />
        <ActionField label={t("domain")} hint={t("domainHint")} name="domain" maxLength={253} required />
      </ActionForm>
    </Card>
  );
}
