import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { href } from "@/lib/i18n/href";
import { type Locale, locales } from "@/lib/i18n/locales";

type MailPreviewProps = {
  /** People it may be for, and whose mail is shown. */
  samples: readonly { id: string; name: string }[];
  registrationId: string | undefined;
  /** In which it is shown; the reader's own, or the one that was chosen. */
  language: Locale;
  rendered: { subject: string; html: string; text: string };
  /** Of the page it stands on, without language prefix. */
  path: string;
  locale: Locale;
};

/** A mail as one real person would read it, in their language or the other, with its text twin. */
export function MailPreview(props: MailPreviewProps) {
  const { samples, registrationId, language, rendered, path, locale } = props;
  const t = useTranslations("mails.preview");
  return (
    <section className="stack gap-3" aria-labelledby="preview">
      <h2 id="preview" className="text-xl">
        {t("title")}
      </h2>
      <form className="peoplebar" method="get" action={href(locale, path)}>
        {samples.length > 0 ? (
          <Select
            small
            label={t("as")}
            name="as"
            {...(registrationId === undefined ? {} : { defaultValue: registrationId })}
            options={samples.map(({ id, name }) => ({ value: id, label: name }))}
          />
        ) : null}
        <Select
          small
          label={t("language")}
          name="in"
          defaultValue={language}
          options={locales.map((one) => ({ value: one, label: t(`languages.${one}`) }))}
        />
        <Button type="submit" size="sm">
          {t("show")}
        </Button>
      </form>
      <p>
        <b>{t("subject")}</b> {rendered.subject}
      </p>
      {/* Sandboxed: nothing in it runs or leads away, whatever was written. */}
      <iframe
        title={rendered.subject}
        sandbox=""
        srcDoc={rendered.html}
        style={{ width: "100%", height: "44rem", border: "1px solid var(--border)" }}
      />
      <details>
        <summary>{t("text")}</summary>
        <pre className="small" style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
          {rendered.text}
        </pre>
      </details>
      <p className="small muted">{t("links")}</p>
    </section>
  );
}
