import { flatBuffer, rootOf } from "./flat-buffer.mjs";

// Fields of a model, in the order of its schema.
const [VERSION, OPERATORS, GRAPHS, DESCRIPTION, BUFFERS, METADATA_BUFFERS, METADATA, SIGNATURES] = [
  ...[0, 1, 2, 3, 4, 5, 6, 7],
];
/** Kinds of properties and of steps, and of colours, as the schema of metadata numbers them. */
const [IMAGE, NORMALIZATION, RGB] = [2, 1, 1];

/** Says of the model's input that it is a picture whose colours go from 0 to 1, and names its output. */
function description() {
  const normalization = { table: [NORMALIZATION, { table: [{ floats: [0] }, { floats: [1] }] }] };
  const content = { table: [IMAGE, { table: [RGB] }] };
  const input = { table: [{ text: "image" }, undefined, undefined, content, { list: [normalization] }] };
  const output = { table: [{ text: "segmentation" }] };
  const graph = { table: [undefined, undefined, { list: [input] }, { list: [output] }] };
  return flatBuffer({
    root: { table: [{ text: "selfie segmentation" }, undefined, undefined, { list: [graph] }] },
    identifier: "M001",
  });
}

/**
 * The model of the older library, with what the newer one wants to be told about it: without, it refuses to begin. The
 * numbers of the model stay as they are.
 */
export function describedModel(model) {
  const old = rootOf(model);
  const buffers = old.list(BUFFERS);
  const fields = [];
  fields[VERSION] = old.number(VERSION);
  fields[OPERATORS] = old.node(OPERATORS);
  fields[GRAPHS] = old.node(GRAPHS);
  fields[DESCRIPTION] = old.node(DESCRIPTION);
  fields[BUFFERS] = { list: [...buffers, { table: [{ bytes: description() }] }] };
  fields[METADATA_BUFFERS] = old.node(METADATA_BUFFERS);
  fields[METADATA] = {
    list: [...old.list(METADATA), { table: [{ text: "TFLITE_METADATA" }, buffers.length] }],
  };
  fields[SIGNATURES] = old.node(SIGNATURES);
  return flatBuffer({ root: { table: fields }, identifier: "TFL3", behind: model });
}
