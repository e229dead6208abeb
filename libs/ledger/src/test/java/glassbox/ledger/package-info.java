/** What the tests of the ledger share. */
@NullMarked
package glassbox.ledger;

import org.jspecify.annotations.NullMarked;
