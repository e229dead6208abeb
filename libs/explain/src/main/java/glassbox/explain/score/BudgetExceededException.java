package glassbox.explain.score;

/** An explanation would cost more tokens than allowed. Thrown before anything is spent. */
public final class BudgetExceededException extends RuntimeException {
  private final transient Cost estimate;
  private final long budget;

  /**
   * @param estimate upper bound of what the explanation would cost
   * @param budget most tokens that may be spent
   */
  public BudgetExceededException(Cost estimate, long budget) {
    super(
        "the explanation needs up to %d tokens in %d forwards; the budget is %d tokens"
            .formatted(estimate.tokens(), estimate.forwards(), budget));
    this.estimate = estimate;
    this.budget = budget;
  }

  /** Upper bound of what the explanation would cost. */
  public Cost estimate() {
    return estimate;
  }

  /** Most tokens that were allowed. */
  public long budget() {
    return budget;
  }
}
