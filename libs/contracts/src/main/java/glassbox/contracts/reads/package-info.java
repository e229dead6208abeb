/** Who read what of the audit: records of reads, for a reviewer. */
@NullMarked
package glassbox.contracts.reads;

import org.jspecify.annotations.NullMarked;
