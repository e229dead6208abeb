package glassbox.engine.registry;

/** No federation or model is registered under this name. */
public final class UnknownAliasException extends RegistryException {
  private static final long serialVersionUID = 1L;

  UnknownAliasException(String what, String name) {
    super("no " + what + " is registered as '" + name + "'");
  }
}
