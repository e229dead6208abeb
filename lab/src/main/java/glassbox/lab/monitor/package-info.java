/**
 * The test for backdoors in weights that were added after a legible channel was frozen: an adapter,
 * or a model's newly trained rest.
 */
@NullMarked
package glassbox.lab.monitor;

import org.jspecify.annotations.NullMarked;
