package glassbox.shell.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A problem as it is written, RFC 9457.
 *
 * @param type stable URN
 * @param title of the type
 * @param status HTTP status code
 * @param detail what to do about it
 * @param instance path that was asked for
 * @param errors fields it is about; left out when there are none
 * @param members extension members, written beside the others
 */
@JsonPropertyOrder({"type", "title", "status", "detail", "instance", "errors"})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemBody(
    String type,
    String title,
    int status,
    String detail,
    @Nullable String instance,
    List<FieldProblem> errors,
    @JsonAnyGetter Map<String, Object> members) {

  public ProblemBody {
    errors = List.copyOf(errors);
    members = Map.copyOf(members);
  }

  static ProblemBody of(ProblemException problem, @Nullable String instance) {
    return new ProblemBody(
        problem.type().uri().toString(),
        problem.type().title(),
        problem.type().status().value(),
        problem.detail(),
        instance,
        problem.errors(),
        problem.members());
  }
}
