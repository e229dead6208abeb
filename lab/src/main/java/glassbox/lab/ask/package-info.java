/**
 * Asks a running stack and shows the answer to a person: each token in the colour of the specialist
 * that wanted it most, the shares, the critics' verdicts and the record. Reads the API's JSON only.
 */
@NullMarked
package glassbox.lab.ask;

import org.jspecify.annotations.NullMarked;
