package glassbox.inference.federation;

import glassbox.shell.problem.ProblemType;
import org.springframework.http.HttpStatus;

/** Problems of this service, beside the shell's. */
public final class InferenceProblems {

  /** No federation has that alias. */
  public static final ProblemType UNKNOWN_FEDERATION =
      new ProblemType("unknown-federation", HttpStatus.NOT_FOUND, "No such federation");

  /** All places are taken. */
  public static final ProblemType BUSY =
      new ProblemType("busy", HttpStatus.SERVICE_UNAVAILABLE, "The models are busy");

  /** The service is going down. */
  public static final ProblemType SHUTTING_DOWN =
      new ProblemType("shutting-down", HttpStatus.SERVICE_UNAVAILABLE, "The service is stopping");

  /** The prompt does not fit the window. */
  public static final ProblemType CONTEXT_OVERFLOW =
      new ProblemType(
          "context-overflow", HttpStatus.UNPROCESSABLE_CONTENT, "The prompt is too long");

  /** The request does not fit the federation it names. */
  public static final ProblemType UNFIT =
      new ProblemType(
          "unfit-for-federation",
          HttpStatus.UNPROCESSABLE_CONTENT,
          "The request does not fit the federation");

  /** The block cannot be read. */
  public static final ProblemType MALFORMED_BLOCK =
      new ProblemType(
          "malformed-block", HttpStatus.UNPROCESSABLE_CONTENT, "The block is malformed");

  /** The block has only the digest of its token ids. */
  public static final ProblemType CONTENT_NOT_KEPT =
      new ProblemType(
          "content-not-kept", HttpStatus.CONFLICT, "The block's token ids are not there");

  /** The explanation would cost more than allowed. */
  public static final ProblemType EXPLANATION_OVER_BUDGET =
      new ProblemType(
          "explanation-over-budget",
          HttpStatus.UNPROCESSABLE_CONTENT,
          "The explanation is over its budget");

  /** Neither audit nor the local spool could take the record: no answer without a record. */
  public static final ProblemType RECORD_UNAVAILABLE =
      new ProblemType(
          "record-unavailable", HttpStatus.SERVICE_UNAVAILABLE, "The answer cannot be recorded");

  /** Audit refused the record. */
  public static final ProblemType RECORD_REFUSED =
      new ProblemType(
          "record-refused", HttpStatus.INTERNAL_SERVER_ERROR, "The record does not add up");

  /** The caller went away. */
  public static final ProblemType ABANDONED =
      new ProblemType("abandoned", HttpStatus.SERVICE_UNAVAILABLE, "The request was abandoned");

  private InferenceProblems() {}
}
