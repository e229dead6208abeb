/** A library that knows Spring, on purpose. */
@NullMarked
package glassbox.ledger.broken;

import org.jspecify.annotations.NullMarked;
