package glassbox.gateway.evaluate;

/** The alias is not the form of an alias, for example a path. */
public final class ModelUnknown extends RuntimeException {
  private static final long serialVersionUID = 1;

  ModelUnknown() {
    super("model_path is not an alias");
  }
}
