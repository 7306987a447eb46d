// One violation for each law of the catalog, as changes to a small tree that breaks none.
const view = (body) => `export function View() { const t = useTranslations("site"); return ${body}; }`;
const messages = (texts) => JSON.stringify(texts);

export const cleanCatalog = {
  "components/site/view.tsx": view(`<p aria-label={t("name")}>Plenum {t(\`kinds.\${kind}\`, { count })}</p>`),
  "messages/de/site.json": messages({ name: "Plenum", kinds: { webinar: "{count} Webinare" } }),
  "messages/en/site.json": messages({ name: "Plenum", kinds: { webinar: "{count} webinars" } }),
};

const changes = (name, kind) => ({
  "messages/de/site.json": messages({ name, kinds: { webinar: kind } }),
});

export const catalogViolations = [
  {
    law: "both languages have the same keys",
    write: { "messages/en/site.json": messages({ name: "Plenum", kinds: {} }) },
  },
  { law: "both languages fill in the same values", write: changes("Plenum", "{number} Webinare") },
  {
    law: "every message is used",
    write: { "components/site/view.tsx": view('<p>{t("name")}</p>') },
  },
  {
    law: "every message is used",
    title: "a type of the catalog uses nothing of it",
    write: {
      "components/site/view.tsx": `import type site from "@/messages/de/site.json";\n${view('<p>{t("name")}</p>')}`,
    },
  },
  {
    law: "every message is used",
    title: "a template that is no key is no use, wherever it stands",
    write: {
      "components/site/view.tsx": view(`<p className={\`\${a}.\${b}\`}>{t("name")}</p>`),
      "components/site/path.tsx": `export const path = (a, b) => \`\${a}.\${b}\`;`,
    },
  },
  {
    law: "every message is used",
    title: "a template is a key of its own namespace only",
    write: {
      "components/site/view.tsx": view(`<p>{t("name")}{useTranslations("other")(\`\${a}.\${b}\`)}</p>`),
      "messages/de/other.json": messages({ one: { two: "Zwei" } }),
      "messages/en/other.json": messages({ one: { two: "Two" } }),
    },
  },
  {
    law: "the product speaks only through the catalog",
    write: { "components/site/word.tsx": "export const Word = () => <b>Anmelden</b>;" },
  },
  {
    law: "the product speaks only through the catalog",
    write: { "components/site/word.tsx": 'export const Word = () => <b aria-label="Close" />;' },
  },
  { law: "German says Sie", write: changes("Hier kannst du etwas tun", "{count} Webinare") },
];
