package glassbox.ledger.broken;

import org.springframework.util.StringUtils;

/** A library that needs Spring. */
public final class LedgerWithSpring {

  boolean empty(String text) {
    return !StringUtils.hasText(text);
  }
}
