package glassbox.gateway.esi;

/** A run through phases was asked of a federation whose models do not write scaffolds. */
public final class ScaffoldUnsupported extends RuntimeException {
  private static final long serialVersionUID = 1;

  ScaffoldUnsupported() {
    super("the federation's models do not write scaffolds");
  }
}
