import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";

type CircularPreviewProps = {
  /** People it is for, and whose mail is shown. */
  samples: readonly { id: string; name: string }[];
  registrationId: string | undefined;
  /** Undefined where nobody is there to look at it with. */
  rendered: { subject: string; html: string; text: string } | undefined;
  path: string;
  locale: Locale;
};

/** The mail as one real person would read it, in their language, with its text twin. */
export function CircularPreview({ samples, registrationId, rendered, path, locale }: CircularPreviewProps) {
  const t = useTranslations("mails.circular.preview");
  if (!rendered) return <Notice tone="info" title={t("nobody")} />;
  return (
    <section className="stack gap-3" aria-labelledby="preview">
      <h2 id="preview" className="text-xl">
        {t("title")}
      </h2>
      <form className="peoplebar" method="get" action={href(locale, path)}>
        <Select
          small
          label={t("as")}
          name="as"
          {...(registrationId === undefined ? {} : { defaultValue: registrationId })}
          options={samples.map(({ id, name }) => ({ value: id, label: name }))}
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
