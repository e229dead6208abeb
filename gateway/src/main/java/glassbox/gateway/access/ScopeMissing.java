package glassbox.gateway.access;

/** The key is known but lacks the scope that the call needs. */
public final class ScopeMissing extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final Scope scope;

  ScopeMissing(Scope scope) {
    super("the key lacks the scope " + scope.label());
    this.scope = scope;
  }

  /** Returns the scope that is missing. */
  public Scope scope() {
    return scope;
  }
}
