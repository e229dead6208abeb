package glassbox.esi.config;

/** A configuration that cannot work; the message names the path, the value and the rule. */
public final class EsiConfigurationException extends RuntimeException {
  private static final long serialVersionUID = 1;

  EsiConfigurationException(String message) {
    super(message);
  }

  EsiConfigurationException(String message, Throwable cause) {
    super(message, cause);
  }
}
