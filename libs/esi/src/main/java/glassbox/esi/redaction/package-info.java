/**
 * Finds personal data in what tools and models wrote and masks it, a character for a character:
 * whatever points into the text points to the same place afterwards. Rules alone, no model: what
 * they find is what they say they find, in any language that writes it so.
 */
@NullMarked
package glassbox.esi.redaction;

import org.jspecify.annotations.NullMarked;
