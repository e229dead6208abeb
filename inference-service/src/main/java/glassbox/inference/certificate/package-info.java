/**
 * Legibility certificates of answers: which answers get one, what it says, and what it costs.
 * Certificates of sampled answers stay within a share of the decoding they certify; what was
 * sampled is told with each answer.
 */
@NullMarked
package glassbox.inference.certificate;

import org.jspecify.annotations.NullMarked;
