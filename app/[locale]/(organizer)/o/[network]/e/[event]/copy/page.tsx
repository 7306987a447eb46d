import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { type DeskParams, deskEvent } from "@/auth/desk-doors";
import { CopyEvent } from "@/components/desk/copy-event";
import { DeskPage } from "@/components/desk/desk-page";
import { questionsOf } from "@/domain/forms/queries";
import { copySourceOf } from "@/domain/programme/queries/copy-source";
import { now } from "@/lib/time/clock";

type PageProps = { params: DeskParams };

export const metadata: Metadata = { robots: { index: false } };

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
