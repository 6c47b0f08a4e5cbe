import { remembered } from './remembered.ts';

/** Last parts of long Swedish compounds in names of units, states and tracks. */
const LAST_PARTS =
  /(?<=\p{L}{4})(?=(?:förvaltning|förande|hemtagning|handling|kontor|prövning|befordra|nämnd|teknik|utveckl|ledning|betalning|nuvärde|föring|rådet)\p{Ll}*)/gu;

/**
 * Marks where a long word of ours may be broken, for browsers that do not know Swedish hyphenation. Only for fixed
 * names in narrow columns: what people write is left as it is.
 */
export const softly = remembered((text) => text.replace(LAST_PARTS, '\u00ad'));
