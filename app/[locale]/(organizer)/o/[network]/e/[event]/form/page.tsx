import { type DeskParams, deskEvent } from "@/auth/desk-doors";
import { DeskPage } from "@/components/desk/desk-page";
import { EventDeskHead } from "@/components/desk/event-desk-head";
import { FormBuilder } from "@/components/desk/form-builder";
import { FormPreview } from "@/components/desk/form-preview";
import { titled } from "@/components/site/titled";
import { formForDesk, questionsOf } from "@/domain/forms/queries";
import { translator } from "@/lib/i18n/translator";

type PageProps = { params: DeskParams };

export const generateMetadata = titled((locale) => translator(locale, "questions")("builder.title"));

/** What an event asks whoever registers: its builder for those who may change it, and how it looks for all hosts. */
export default async function Page({ params }: PageProps) {
  const { locale, path, viewer, network, event, may } = await deskEvent(params, "/form");
  const [form, questions] = await Promise.all([formForDesk(viewer, event.id), questionsOf(event.id)]);
  return (
    <DeskPage network={network} locale={locale} path={path} inOffice={may.office}>
      <EventDeskHead {...{ event, locale, may }} networkSlug={network.slug} current="form" />
      <div className="deskcols deskcols--form">
        {form ? <FormBuilder event={event} form={form} locale={locale} /> : null}
        <FormPreview questions={questions} locale={locale} />
      </div>
    </DeskPage>
  );
}
