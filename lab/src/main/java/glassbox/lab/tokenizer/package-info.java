/**
 * Byte-pair training of the shared tokenizer, written as a Hugging Face tokenizer.json.
 *
 * <p>Byte level: every text can be encoded and decoded without loss. Digits are one token each, so
 * that numbers are read and copied digit by digit.
 *
 * <p>Source: Sennrich et al., Neural Machine Translation of Rare Words with Subword Units (2016).
 */
@NullMarked
package glassbox.lab.tokenizer;

import org.jspecify.annotations.NullMarked;
