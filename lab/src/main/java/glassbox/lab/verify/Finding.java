package glassbox.lab.verify;

import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong, or missing for a judgement.
 *
 * @param pass of the run, from 0; null if it is not about one
 * @param token position in the pass, from 0; null if it is not about one
 * @param message a sentence
 */
record Finding(@Nullable Integer pass, @Nullable Integer token, String message) {
  static Finding of(String message, Object... values) {
    return new Finding(null, null, message.formatted(values));
  }

  static Finding inPass(int pass, String message, Object... values) {
    return new Finding(pass, null, message.formatted(values));
  }

  static Finding atToken(int pass, int token, String message, Object... values) {
    return new Finding(pass, token, message.formatted(values));
  }

  String text() {
    if (pass == null) {
      return message;
    }
    return "pass " + pass + (token == null ? "" : ", token " + token) + ": " + message;
  }
}
