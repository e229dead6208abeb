/**
 * The parameters of a domain's runs between runs, and what changes them: controllers, alerts and
 * remedies as pure functions of what was observed. Every change is kept with who made it and why.
 */
@NullMarked
package glassbox.esi.parameter;

import org.jspecify.annotations.NullMarked;
