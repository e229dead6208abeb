package glassbox.ledger.bundle;

/** Bytes that are not a bundle in its one spelling. Never quotes content. */
public final class MalformedBundleException extends RuntimeException {
  MalformedBundleException(String message) {
    super(message);
  }
}
