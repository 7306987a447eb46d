import { useTranslations } from "next-intl";
import { moveMaterialAction, removeMaterialAction, saveMaterialAction } from "@/actions/programme";
import { ActionCheck, ActionField, ActionSelect } from "@/components/desk/answered-form";
import { EditList, EditRow, EntryForm } from "@/components/desk/edit-list";
import { useAudiences, useItems } from "@/components/desk/material-fields";
import type { EventDetail } from "@/components/programme/event-views";
import { FileSize, materialHref } from "@/components/programme/material-list";
import type { MaterialView } from "@/domain/programme/queries/materials";

type EditorProps = { event: EventDetail; materials: readonly MaterialView[] };

function RowHead({ event, material }: { event: EventDetail; material: MaterialView }) {
  const t = useTranslations("organizer.materials");
  const { title, file, audience, afterEvent } = material;
  return (
    <>
      <span lang={event.language}>{title}</span>
      <span className="small muted editrow__meta">
        {file ? (
          <>
            <FileSize file={file} />
            {" · "}
          </>
        ) : null}
        {[t(`audiences.${audience}`), afterEvent ? t("after") : ""].filter(Boolean).join(", ")}
      </span>
    </>
  );
}

/** What an event gives out: order, change, take away, and one more link. */
export function MaterialsEditor({ event, materials }: EditorProps) {
  const t = useTranslations("organizer.materials");
  return (
    <EditList
      title={t("all")}
      empty={t("empty")}
      add={t("addLink")}
      rows={materials.map((material, index) => (
        <EditRow
          key={material.id}
          name={material.title}
          head={<RowHead event={event} material={material} />}
          move={moveMaterialAction}
          remove={removeMaterialAction}
          ids={{ eventId: event.id, materialId: material.id }}
          isFirst={index === 0}
          isLast={index === materials.length - 1}
        >
          {material.file ? (
            <p className="small">
              <a href={materialHref(material)} download="">
                {material.file.name}
              </a>
            </p>
          ) : null}
          <MaterialForm event={event} material={material} />
        </EditRow>
      ))}
    >
      <MaterialForm event={event} />
    </EditList>
  );
}

function MaterialForm({ event, material }: { event: EventDetail; material?: MaterialView }) {
  const t = useTranslations("organizer");
  const audiences = useAudiences();
  const items = useItems(event.agenda);
  return (
    <EntryForm
      save={saveMaterialAction}
      add={t("materials.addLink")}
      eventId={event.id}
      entry={{ field: "materialId", id: material?.id, fresh: "new-link" }}
    >
      <ActionField
        label={t("materials.name")}
        name="title"
        required
        maxLength={140}
        defaultValue={material?.title ?? ""}
      />
      {material?.file ? null : (
        <ActionField
          label={t("materials.url")}
          name="url"
          type="url"
          required
          maxLength={500}
          defaultValue={material?.url ?? ""}
        />
      )}
      <div className="cols cols--2">
        <ActionSelect
          label={t("materials.audience")}
          name="audience"
          options={audiences}
          defaultValue={material?.audience ?? "everyone"}
        />
        <ActionSelect
          label={t("materials.item")}
          name="sessionId"
          options={items}
          defaultValue={material?.sessionId ?? ""}
        />
      </div>
      <ActionCheck
        name="afterEvent"
        value="on"
        defaultChecked={material?.afterEvent ?? false}
        label={t("materials.afterEvent")}
      />
    </EntryForm>
  );
}
