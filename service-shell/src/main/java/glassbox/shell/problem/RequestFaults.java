package glassbox.shell.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.net.SocketTimeoutException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.validation.Errors;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Faults of a request that Spring, Jackson or Bean Validation found, as problems. */
final class RequestFaults {

  private RequestFaults() {}

  static Optional<ProblemException> of(Throwable exception) {
    for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
      if (cause instanceof BodyTooLargeException tooLarge) {
        return Optional.of(
            StandardProblems.REQUEST_TOO_LARGE.because(
                "Send at most " + tooLarge.limitBytes() + " bytes."));
      }
      if (cause instanceof MalformedTextException) {
        return Optional.of(
            StandardProblems.MALFORMED_JSON.because("Send the JSON as well-formed UTF-8."));
      }
    }
    return Optional.ofNullable(known(exception));
  }

  private static @Nullable ProblemException known(Throwable exception) {
    return switch (exception) {
      case HttpMessageNotReadableException unreadable -> JsonFaults.of(unreadable);
      case MethodArgumentNotValidException invalid -> invalid(fields(invalid.getBindingResult()));
      case BindException invalid -> invalid(fields(invalid.getBindingResult()));
      case HandlerMethodValidationException invalid -> invalid(parameters(invalid));
      case ConstraintViolationException invalid -> invalid(violations(invalid));
      case MissingServletRequestParameterException missing ->
          invalid(required(missing.getParameterName()));
      case MissingRequestHeaderException missing -> invalid(required(missing.getHeaderName()));
      case MethodArgumentTypeMismatchException mismatch ->
          invalid(
              Stream.of(
                  new FieldProblem(SnakeCase.path(mismatch.getName()), "has the wrong type")));
      case TypeMismatchException _ ->
          invalid(Stream.of(new FieldProblem("parameter", "has the wrong type")));
      // A query that the container cannot decode: found when the first parameter is read.
      case InvalidParameterException undecodable ->
          StandardProblems.ofStatus(HttpStatusCode.valueOf(undecodable.getErrorCode()));
      case BadRequestException _ ->
          StandardProblems.BAD_REQUEST.because("Send the whole body, in chunks as HTTP has them.");
      case SocketTimeoutException _ ->
          StandardProblems.BAD_REQUEST.because("Send the whole body without pausing for long.");
      case ErrorResponse response -> StandardProblems.ofStatus(response.getStatusCode());
      default -> null;
    };
  }

  private static ProblemException invalid(Stream<FieldProblem> errors) {
    return StandardProblems.INVALID_REQUEST
        .because("Correct the fields that errors names.")
        .withErrors(
            errors
                .distinct()
                .sorted(
                    Comparator.comparing(FieldProblem::field).thenComparing(FieldProblem::message))
                .toList());
  }

  private static Stream<FieldProblem> required(String name) {
    return Stream.of(new FieldProblem(name, "is required"));
  }

  private static Stream<FieldProblem> fields(Errors result) {
    Stream<FieldProblem> fields =
        result.getFieldErrors().stream()
            .map(
                error ->
                    new FieldProblem(
                        SnakeCase.path(error.getField()), message(error.getDefaultMessage())));
    Stream<FieldProblem> whole =
        result.getGlobalErrors().stream()
            .map(error -> new FieldProblem("", message(error.getDefaultMessage())));
    return Stream.concat(fields, whole);
  }

  private static Stream<FieldProblem> parameters(HandlerMethodValidationException invalid) {
    List<FieldProblem> beans =
        invalid.getBeanResults().stream().flatMap(RequestFaults::fields).toList();
    Stream<FieldProblem> values =
        invalid.getValueResults().stream()
            .flatMap(
                result ->
                    result.getResolvableErrors().stream()
                        .map(
                            error ->
                                new FieldProblem(
                                    SnakeCase.path(
                                        "" + result.getMethodParameter().getParameterName()),
                                    message(error.getDefaultMessage()))));
    return Stream.concat(beans.stream(), values);
  }

  private static Stream<FieldProblem> violations(ConstraintViolationException invalid) {
    return invalid.getConstraintViolations().stream()
        .map((ConstraintViolation<?> violation) -> violation)
        .map(
            violation ->
                new FieldProblem(
                    SnakeCase.path(violation.getPropertyPath().toString()),
                    violation.getMessage()));
  }

  private static String message(@Nullable String message) {
    return message == null || message.startsWith("Failed to convert")
        ? "has the wrong type"
        : message;
  }
}
