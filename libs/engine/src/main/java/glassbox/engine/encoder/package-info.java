/**
 * Cross-encoders: a pair of texts in, class probabilities out (natural language inference).
 *
 * <p>Reads directories in Hugging Face layout of BERT, RoBERTa, DistilBERT and DeBERTa-v2/v3 models
 * for sequence classification. {@link CrossEncoder} runs on DJL; {@link ReferenceEncoder} beside it
 * is the same arithmetic in plain Java, in double. Labels are read from config.json's {@code
 * id2label}.
 */
@NullMarked
package glassbox.engine.encoder;

import org.jspecify.annotations.NullMarked;
