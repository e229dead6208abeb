package glassbox.engine.encoder;

/** Kinds of encoders that can be read. */
enum EncoderFamily {
  /** Absolute positions and token types; pooled by a tanh layer of the first token. */
  BERT,
  /** Positions count from the padding id + 1; a head of two layers on the first token. */
  ROBERTA,
  /** BERT without token types and pooler; a ReLU layer before the classes. */
  DISTILBERT,
  /** Disentangled attention over relative positions (He et al. 2021). */
  DEBERTA
}
