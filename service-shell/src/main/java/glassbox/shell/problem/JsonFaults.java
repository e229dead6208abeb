package glassbox.shell.problem;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What Jackson found wrong with a body: the field's path, never its value. */
final class JsonFaults {

  private static final int LONGEST_PATH = 200;

  private JsonFaults() {}

  static ProblemException of(HttpMessageNotReadableException unreadable) {
    for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
      if (cause instanceof JacksonException jackson) {
        return of(jackson);
      }
    }
    return StandardProblems.MALFORMED_JSON.because("Send a JSON object as the body.");
  }

  private static ProblemException of(JacksonException fault) {
    return switch (fault) {
      case StreamConstraintsException _ ->
          StandardProblems.REQUEST_TOO_LARGE.because(
              "Send less deeply nested JSON with shorter names, numbers and strings.");
      case InputCoercionException number ->
          invalid(number, "is not a whole number of the size that this field takes");
      case StreamReadException read ->
          StandardProblems.MALFORMED_JSON.because(
              "Mend the JSON" + where(read) + " (one object, no duplicate keys, no NaN).");
      case UnrecognizedPropertyException unknown ->
          StandardProblems.UNKNOWN_FIELD
              .because("Leave out the fields that errors names.")
              .withErrors(
                  List.of(new FieldProblem(path(unknown), "is not a field of this request")));
      case InvalidNullException missing -> invalid(missing, "is required");
      case DatabindException databind when trailing(databind) ->
          StandardProblems.MALFORMED_JSON.because("Send one JSON value, with nothing after it.");
      default -> invalid(fault, "has the wrong type or value");
    };
  }

  private static boolean trailing(DatabindException fault) {
    return fault.getPath().isEmpty() && fault.getOriginalMessage().startsWith("Trailing token");
  }

  private static ProblemException invalid(JacksonException fault, String message) {
    return StandardProblems.INVALID_REQUEST
        .because("Correct the fields that errors names.")
        .withErrors(List.of(new FieldProblem(path(fault), message)));
  }

  private static String where(JacksonException fault) {
    return fault.getLocation() == null
        ? ""
        : " at line "
            + fault.getLocation().getLineNr()
            + ", column "
            + fault.getLocation().getColumnNr();
  }

  private static String path(JacksonException fault) {
    String path = fault.getPath().stream().map(JsonFaults::step).collect(Collectors.joining("."));
    return path.length() > LONGEST_PATH ? path.substring(0, LONGEST_PATH) : path;
  }

  private static String step(JacksonException.Reference step) {
    @Nullable String name = step.getPropertyName();
    return name == null ? "" + step.getIndex() : name;
  }
}
