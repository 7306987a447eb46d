/** The largest file that is taken in; all that come with one form are no larger together. */
export const MOST_FILE_BYTES = 20 * 1024 * 1024;

/** For the `accept` of a field whose picture is drawn anew. */
export const acceptedPictures = ".png,.jpg,.jpeg,.webp";
