import { readFlash } from "@/auth/flash";
import { type OfficeParams, officePage } from "@/auth/office-doors";
import { Look } from "@/components/office/look";
import { OfficePage } from "@/components/office/office-page";
import { titled } from "@/components/site/titled";
import { translator } from "@/lib/i18n/translator";

type PageProps = {
  params: OfficeParams;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const generateMetadata = titled((locale) => translator(locale, "office")("tabs.look"));

/** What the network looks like, its legal texts, and for how long it keeps what. */
export default async function Page({ params, searchParams }: PageProps) {
  const office = await officePage(params, { below: "/look", permission: "network.manage" });
  const [refused, query] = await Promise.all([readFlash(), searchParams]);
  const isSaved = query.done === "added";
  const { locale, path, network, owns } = office;
  return (
    <OfficePage {...{ network, locale, path, owns }} current="look">
      <Look {...{ network, path, locale, isSaved }} refused={isSaved ? undefined : refused} />
    </OfficePage>
  );
}
