package glassbox.shell.problem;

/**
 * What is wrong with one field.
 *
 * @param field path in the request, in snake_case, for example {@code decoding.top_p}
 * @param message what the field must be; never its value
 */
public record FieldProblem(String field, String message) {}
