package glassbox.audit.reads;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a handler that gives out what is recorded. Its calls are recorded before they are answered:
 * the reader from the header {@code X-Glassbox-Reader}, the purpose from {@code
 * X-Glassbox-Purpose}, the tenant and everything else from the request.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface AuditedRead {
  /** What it gives out, in a word: at most 32 letters. */
  String value();
}
