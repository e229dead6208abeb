package glassbox.critics.contradiction;

/** Natural language inference over two sentences. Deterministic; safe for any thread. */
public interface EntailmentModel {

  /**
   * How the hypothesis stands to the premise.
   *
   * @throws EntailmentUnavailable when the model cannot be asked
   */
  Entailment infer(Proposition premise, Proposition hypothesis);

  /** Name and version, for the critic's configuration hash. */
  String name();
}
