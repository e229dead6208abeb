package glassbox.critics;

/** Judges drafts. Implementations are immutable, safe for any thread, and linear in the draft. */
public interface Critic {

  /** Who judges, with which configuration. */
  CriticIdentity identity();

  /** The verdict on a draft. Must not throw on any text. */
  Verdict judge(Draft draft);
}
