import { notFound } from "next/navigation";
import { type DeskParams, deskEvent } from "@/auth/desk-doors";
import { CopyEvent } from "@/components/desk/copy-event";
import { DeskPage } from "@/components/desk/desk-page";
import { titled } from "@/components/site/titled";
import { questionsOf } from "@/domain/forms/queries";
import { copySourceOf } from "@/domain/programme/queries/copy-source";
import { translator } from "@/lib/i18n/translator";
import { now } from "@/lib/time/clock";

type PageProps = { params: DeskParams };

export const generateMetadata = titled((locale) => translator(locale, "copies")("title"));

/** An event onto other days. For whoever may create events here; for others this page does not exist. */
export default async function Page({ params }: PageProps) {
  const { locale, path, viewer, network, event, may } = await deskEvent(params, "/copy");
  const source = await copySourceOf(viewer, event);
  if (!source) notFound();
  const questions = (await questionsOf(event.id)).length;
  return (
    <DeskPage network={network} locale={locale} path={path} inOffice={may.office}>
      <CopyEvent {...{ event, source, questions, locale }} networkSlug={network.slug} now={now()} />
    </DeskPage>
  );
}
