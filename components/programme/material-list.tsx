import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import type { MaterialView } from "@/domain/programme/queries/materials";

const KB = 1024;
const MB = KB * KB;

/** How large a file is, in words; nothing for a link. */
export function FileSize({ file }: Pick<MaterialView, "file">) {
  const t = useTranslations("public.materials");
  if (!file) return null;
  const { bytes } = file;
  return bytes < MB
    ? t("kb", { count: Math.ceil(bytes / KB) })
    : t("mb", { count: Math.round((bytes / MB) * 10) / 10 });
}

/** Where a material leads: out, or to its file, which the browser saves. */
export const materialHref = ({ id, url }: Pick<MaterialView, "id" | "url">) => url ?? `/api/materials/${id}`;

function Material({ material, language }: { material: MaterialView; language: string }) {
  const t = useTranslations("public.materials");
  const { url, file, item, title } = material;
  return (
    <li className="row gap-3 py-3">
      <Icon name={file ? "file" : "link"} />
      <div className="grow">
        <a
          href={materialHref(material)}
          lang={language}
          {...(url ? { rel: "noopener nofollow" } : { download: "" })}
        >
          {title}
        </a>
        <div className="small muted">
          <FileSize file={file} />
          {file && item ? " · " : null}
          {item ? t("about", { item }) : null}
        </div>
      </div>
    </li>
  );
}

/** What an event gives out to this visitor. */
export function MaterialList({
  materials,
  language,
}: {
  materials: readonly MaterialView[];
  language: string;
}) {
  const t = useTranslations("public.materials");
  if (materials.length === 0) return null;
  return (
    <section className="block">
      <h2>{t("title")}</h2>
      <ul className="divided">
        {materials.map((material) => (
          <Material key={material.id} material={material} language={language} />
        ))}
      </ul>
    </section>
  );
}
