import type { ReactNode } from "react";
import { MailText } from "@/components/site/mail-text";
import { SitePage } from "@/components/site/site-page";
import { Notice } from "@/components/ui/notice";
import type { Locale } from "@/lib/i18n/locales";
import { messages } from "@/lib/i18n/messages";

export type LegalPageName = "impressum" | "datenschutz" | "barrierefreiheit" | "kontakt";
type LegalPageProps = { locale: Locale; page: LegalPageName; children?: ReactNode };
type Section = { heading: string; text: readonly string[]; list: readonly string[] };

function LegalSection({ heading, text, list }: Section) {
  return (
    <section className="prose">
      <h2>{heading}</h2>
      {text.map((paragraph) => (
        <p key={paragraph}>
          <MailText text={paragraph} />
        </p>
      ))}
      {list.length > 0 ? (
        <ul>
          {list.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

/** One of the legal pages: title, purpose in a sentence, sections, and what the page adds below them. */
export function LegalPage({ locale, page, children }: LegalPageProps) {
  const legal = messages[locale].legal;
  const text = legal[page];
  return (
    <SitePage locale={locale} path={`/${page}`}>
      <div className="wrap wrap--text">
        <div className="page-head">
          <h1>{text.title}</h1>
          <p className="lead">{text.intro}</p>
        </div>
        <div className="stack">
          <Notice>{legal.sample}</Notice>
          {text.sections.map((section) => (
            <LegalSection key={section.heading} {...section} />
          ))}
          {children}
          <p className="small subtle">{legal.updated}</p>
        </div>
      </div>
    </SitePage>
  );
}
