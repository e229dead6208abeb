/**
 * Who contributed what to a token, and whether the record adds up.
 *
 * <p>The formulas that join specialists live here once: the engine that forms a joint and the
 * auditor that recomputes it call the same {@link glassbox.ledger.attribution.CombinationFormula}.
 * All arithmetic in double, natural logarithms. Source: specs of the glass-box federation.
 */
@NullMarked
package glassbox.ledger.attribution;

import org.jspecify.annotations.NullMarked;
