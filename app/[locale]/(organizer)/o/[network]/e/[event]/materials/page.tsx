import { type DeskParams, deskEvent } from "@/auth/desk-doors";
import { readFlash } from "@/auth/flash";
import { DeskPage } from "@/components/desk/desk-page";
import { EventDeskHead } from "@/components/desk/event-desk-head";
import { MaterialFileForm } from "@/components/desk/material-file-form";
import { MaterialsEditor } from "@/components/desk/materials-editor";
import { MaterialList } from "@/components/programme/material-list";
import { titled } from "@/components/site/titled";
import { materialsFor, materialsForDesk } from "@/domain/programme/queries/materials";
import { translator } from "@/lib/i18n/translator";
import { acceptedEndings } from "@/lib/storage/file-type";
import { now } from "@/lib/time/clock";

type PageProps = { params: DeskParams; searchParams: Promise<Record<string, string | string[] | undefined>> };

export const generateMetadata = titled((locale) => translator(locale, "organizer")("event.materials"));

/** What an event gives out: a list that those may change who may change its page. */
export default async function Page({ params, searchParams }: PageProps) {
  const { locale, path, viewer, network, event, may } = await deskEvent(params, "/materials");
  const [materials, refused, query] = await Promise.all([
    materialsForDesk(viewer, event.id),
    readFlash(),
    searchParams,
  ]);
  const t = translator(locale, "organizer");
  const isAdded = query.done === "added";
  return (
    <DeskPage network={network} locale={locale} path={path} inOffice={may.office}>
      <EventDeskHead {...{ event, locale, may }} networkSlug={network.slug} current="materials" />
      <p className="small muted mb-4">{t("materials.lead")}</p>
      <div className="deskcols deskcols--form">
        {materials ? (
          <>
            <MaterialsEditor event={event} materials={materials} />
            <MaterialFileForm
              {...{ event, path, locale, isAdded }}
              accept={acceptedEndings}
              refused={isAdded ? undefined : refused}
            />
          </>
        ) : (
          <MaterialList materials={await materialsFor(viewer, event.id, now())} language={event.language} />
        )}
      </div>
    </DeskPage>
  );
}
