import { useTranslations } from "next-intl";
import type { EventDetail } from "@/components/programme/event-views";
import { Avatar } from "@/components/ui/avatar";
import type { Locale } from "@/lib/i18n/locales";

type Speaker = EventDetail["speakers"][number];

/** Where a speaker's picture is; another picture has another address, so that no browser shows the old one. */
export const pictureHref = ({ id, pictureId }: Pick<Speaker, "id" | "pictureId">) =>
  pictureId ? `/api/speakers/${id}/picture?v=${pictureId.slice(-8)}` : undefined;

/** What is said of somebody in the reader's language, else in the other one. */
function bioFor({ bioDe, bioEn }: Speaker, locale: Locale): { text: string; lang: Locale } {
  const own = locale === "de" ? bioDe : bioEn;
  if (own) return { text: own, lang: locale };
  return locale === "de" ? { text: bioEn, lang: "en" } : { text: bioDe, lang: "de" };
}

/** Who speaks at an event, with face and a few words where there are some. */
export function EventSpeakers({ speakers, locale }: { speakers: readonly Speaker[]; locale: Locale }) {
  const t = useTranslations("public.event");
  if (speakers.length === 0) return null;
  return (
    <section className="block">
      <h2>{t("speakers")}</h2>
      <div className="people">
        {speakers.map((speaker) => {
          const { text, lang } = bioFor(speaker, locale);
          const post = [speaker.role, speaker.organisation].filter(Boolean).join(", ");
          return (
            <div key={speaker.id} className="person">
              <Avatar name={speaker.name} picture={pictureHref(speaker)} />
              <div>
                <div className="person__name">{speaker.name}</div>
                {post ? <div className="person__org">{post}</div> : null}
                {text ? (
                  <p className="small muted" lang={lang}>
                    {text}
                  </p>
                ) : null}
              </div>
            </div>
          );
        })}
      </div>
    </section>
  );
}
