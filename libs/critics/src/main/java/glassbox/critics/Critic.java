package glassbox.critics;

/** Judges drafts. Implementations are immutable, safe for any thread, and linear in the draft. */
public interface Critic {

  /** Who judges, with which configuration. */
  CriticIdentity identity();

  /** The verdict on a draft. Must not throw on any text. */
  Verdict judge(Draft draft);

  /** Whether it mostly waits for another process, so that it needs no processor of its own. */
  default boolean waits() {
    return false;
  }
}
