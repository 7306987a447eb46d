import { notFound } from "next/navigation";
import { type OfficeParams, officePage } from "@/auth/office-doors";
import { OfficeBoard } from "@/components/board/office-board";
import { OfficePage } from "@/components/office/office-page";
import { titled } from "@/components/site/titled";
import { boardsOf, entriesForOffice } from "@/domain/board/queries/office";
import { translator } from "@/lib/i18n/translator";
import { now } from "@/lib/time/clock";

export const generateMetadata = titled((locale) => translator(locale, "office")("tabs.board"));

/** Offers and needs that the office answers for. */
export default async function Page({ params }: { params: OfficeParams }) {
  const office = await officePage(params, { below: "/board", permission: "entry.moderate" });
  const { locale, path, viewer, network, owns } = office;
  const entries = await entriesForOffice(viewer, network.id);
  if (!entries) notFound();
  const boards = await boardsOf(network.id, now());
  return (
    <OfficePage {...{ network, locale, path, owns }} current="board">
      <OfficeBoard {...{ network, entries, boards, locale }} />
    </OfficePage>
  );
}
