/** Where a network has chosen no colour, and in a document there are no tokens. */
export const OUR_COLOUR = "#005d86";
