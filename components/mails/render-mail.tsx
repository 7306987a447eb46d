import { render } from "@react-email/components";
import type { MailContent } from "./content";
import { Mail } from "./mail";
import { mailText } from "./mail-text";

export type RenderedMail = { subject: string; html: string; text: string };

/** Subject, HTML and text twin of one mail. */
export async function renderMail(content: MailContent): Promise<RenderedMail> {
  return {
    subject: content.subject,
    html: await render(<Mail content={content} />),
    text: mailText(content),
  };
}
